// Parts around the drawing, made anew by the server: what one may do, the days of the slider.
import type { MapPage } from "./page";

/** With `root` also whether one may draw, and the notes that say why not. */
export async function renewed(page: MapPage, parts: string[], root?: HTMLElement): Promise<void> {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of parts) replace(page, part, fresh);
  if (!root) return;
  for (const note of root.querySelectorAll(".map-note")) note.remove();
  page.part("here")?.before(...fresh.querySelectorAll("#map .map-note"));
  root.dataset.mayDraw = fresh.getElementById("map")?.dataset.mayDraw ?? "";
}

function replace(page: MapPage, part: string, fresh: Document): void {
  const [old, now] = [page.root.querySelector(part), fresh.querySelector(part)];
  if (old && now) old.replaceChildren(...now.childNodes);
  else if (now) page.sheet.after(now);
  else old?.remove();
}
