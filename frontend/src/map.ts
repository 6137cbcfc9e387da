// The map page: it works without this; here it gets hands, keys and a line to the others.
import { Banner } from "./map/banner";
import { Connection } from "./map/connection";
import { Drags } from "./map/drag";
import { Forms } from "./map/forms";
import { Hands } from "./map/hands";
import { Here } from "./map/here";
import { Keys } from "./map/keys";
import { followLinks } from "./map/links";
import { Looks } from "./map/looks";
import { Modes } from "./map/modes";
import { MapPage } from "./map/page";
import { Zoom } from "./map/pan";
import { Panel } from "./map/panel";
import { Pins } from "./map/pin";
import { Provisional } from "./map/provisional";
import { Queue } from "./map/queue";
import { Selection } from "./map/select";
import { Sheet } from "./map/sheet";
import { Slider } from "./map/slider";
import { Told } from "./map/told";

function start(root: HTMLElement): void {
  const page = new MapPage(root);
  const line = new Connection(root.dataset.live ?? "", () => ({ t: "hello", look: page.look, moment: page.joined ? page.moment : null }));
  const queue = new Queue(page, line);
  const sheet = new Sheet(page, line);
  const panel = new Panel(page);
  const selection = new Selection(page, panel, line, sheet);
  const forms = new Forms(page, line, queue, panel, selection);
  const hands = new Hands(page, selection, forms, panel, sheet);
  forms.complainElsewhere = (form, words) => hands.complain(form, words);
  const provisional = new Provisional(page, sheet, queue, line);
  provisional.drawn = () => hands.place();
  forms.onSent((id, fields, form) => provisional.put(id, fields, form));
  const zoom = new Zoom(page, sheet);
  zoom.onChanged(() => hands.place());
  const pins = new Pins(page, line, sheet);
  new Drags(page, panel, (id, x) => void pins.put(id, x));
  const modes = new Modes(page, panel, selection, sheet);
  const looks = new Looks(page, sheet, panel, selection);
  followLinks(page, selection, modes);
  queue.posted = () => void sheet.ask();
  new Slider(page, looks, sheet);
  new Here(page, line, sheet);
  new Told(page, panel, selection, line);
  const banner = new Banner(page, line, queue, panel);
  looks.onTaken((before) => before.alias !== page.look.alias && void banner.renew().then(() => looks.mark()));

  const beside = (side: string) => (id: string) => {
    hands.beginWhenThere(side);
    selection.choose(id);
  };
  const views = ["genogram", "systemogram", "tijdlijn", "lijst"];
  const act = (what: string, more: Record<string, string[]> = {}): void => {
    if (root.dataset.mayDraw === "no") return;
    if (line.takesEdits) queue.add({ do: [what], ...more });
    else root.querySelector<HTMLInputElement>(`form input[name=do][value=${what}]`)?.form?.requestSubmit();
  };
  const help = (): void => (page.part("map-keys") as HTMLDialogElement | null)?.showModal();
  new Keys(page, selection, hands, sheet, {
    single: {
      t: (id) => modes.begin("band", id),
      h: () => modes.begin("huis"),
      e: (id) => modes.begin("gebeurtenis", id),
      p: beside("above"),
      b: beside("left"),
      l: beside("right"),
      c: beside("below"),
      o: () => modes.begin("organisatie"),
      Delete: (id) => id && act("remove", { thing: [id] }),
      "+": () => zoom.by(1.25),
      "=": () => zoom.by(1.25),
      "-": () => zoom.by(0.8),
      "0": () => zoom.fit(),
      "?": help,
      ...Object.fromEntries(views.map((view, nth) => [String(nth + 1), () => looks.change({ view })])),
    },
    undo: () => act("undo"),
    redo: () => act("redo"),
    nudge: (id, by) => pins.nudge(id, by),
    escape: () => hands.close() || modes.leave(),
  });
  root.addEventListener("click", (event) => (event.target as Element).closest("[data-open=map-keys]") && help());
  root.classList.add("live");
  if ("WebSocket" in window && root.dataset.live) line.start();
  else line.state = "absent";
}

const root = document.getElementById("map");
if (root) start(root);
