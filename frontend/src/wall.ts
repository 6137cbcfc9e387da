// The big screen: the others draw, this one shows it. It asks for its own sheet when there is news,
// so nothing that is not for everybody at the table comes on it.
import { Connection } from "./map/connection";
import { lookOf } from "./map/page";

const PAUSE = 500;

function start(sheet: HTMLElement): void {
  const { live = "", sheetUrl = "" } = sheet.dataset;
  const look = { ...lookOf(new URLSearchParams(location.search)), alias: true };
  const line = new Connection(live, () => ({ t: "hello", look, moment: null }));
  let turn = 0;
  let waiting = 0;

  const renew = async (): Promise<void> => {
    const mine = ++turn;
    const answer = await fetch(`${sheetUrl}${location.search}`).catch(() => null);
    const html = answer?.ok ? await answer.text() : "";
    if (html && mine === turn) sheet.innerHTML = html;
  };
  const soon = (): void => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void renew(), PAUSE);
  };
  line.on("sheet", soon);
  line.on("state", soon);
  line.on("gone", () => location.reload());
  if ("WebSocket" in window && live) line.start();
}

const sheet = document.querySelector<HTMLElement>("#wall");
if (sheet) start(sheet);
