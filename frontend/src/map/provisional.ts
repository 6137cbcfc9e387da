// Who was just drawn, here or by another, stands there at once: dashed, until a drawing has them.
import type { Connection } from "./connection";
import type { Beside, Place } from "./messages";
import type { Fields, MapPage } from "./page";
import type { Queue } from "./queue";
import type { Sheet } from "./sheet";
import { type Box, boxOf, draw, layer, middle, overlap, svgOf, SYMBOL, thingOf, thingsOf } from "./where";

const PLACES: Record<Place, { x: number; y: number }> = {
  above: { x: 0, y: -190 },
  left: { x: -114, y: 0 },
  right: { x: 226, y: 0 },
  below: { x: 0, y: 190 },
};
const FACT = "fact ";
const NEXT = 114;
const ROOM = 70; // above and below a symbol, for its name
const AFTER = 3_000; // a drawing this long after an edit has it, whatever it is called
const WIDE = 50; // to each side of who stands somewhere; nobody new comes within it
const SIGNS: Record<string, string> = { man: "square", woman: "circle", nonbinary: "diamond" };

interface Ghost extends Beside {
  settled: (sheet: Sheet) => boolean;
}

export class Provisional {
  /** After the paper may have grown. */
  drawn: () => void = () => undefined;
  private readonly ghosts = new Map<string, Ghost>();

  constructor(
    private readonly page: MapPage,
    private readonly sheet: Sheet,
    queue: Queue,
    connection: Connection,
  ) {
    sheet.onShown(() => this.shown());
    connection.on("fact", ({ n, beside }) => {
      if (beside && n > this.sheet.number) this.add(`${FACT}${n}`, { ...beside, settled: (now) => now.number >= n });
    });
    // The drawing of a new line has all that was told on the former one.
    connection.on("welcome", () => {
      for (const [id, ghost] of this.ghosts) if (id.startsWith(FACT)) ghost.settled = () => true;
    });
    queue.onAnswer(({ id, chosen, refused }) => {
      const ghost = this.ghosts.get(id);
      if (!ghost) return;
      const answered = Date.now();
      ghost.settled = () => !chosen || thingOf(page, chosen) !== null || Date.now() - answered > AFTER;
      if (refused !== null || ghost.settled(sheet)) this.remove(id);
      else setTimeout(() => this.remove(id), AFTER * 2);
    });
  }

  /** My own, where the hand put it. */
  put(id: string, fields: Fields, form: HTMLFormElement): void {
    const { place, of } = form.dataset;
    if (!place || !of || !(place in PLACES)) return;
    const gender = fields.gender?.[0] ?? "";
    const sign = SIGNS[gender] ?? "not_said";
    this.add(id, { of, place: place as Place, name: this.page.look.alias ? "" : (fields.name?.[0] ?? ""), sign, settled: () => false });
    performance.mark("map:provisional");
  }

  private add(id: string, ghost: Ghost): void {
    this.ghosts.set(id, ghost);
    this.draw();
  }

  private remove(id: string): void {
    if (this.ghosts.delete(id)) this.draw();
  }

  private shown(): void {
    for (const [id, ghost] of this.ghosts) if (ghost.settled(this.sheet)) this.ghosts.delete(id);
    this.draw();
  }

  private draw(): void {
    const svg = svgOf(this.page);
    if (!svg || (!this.ghosts.size && !svg.querySelector("g.ghosts"))) return;
    const taken = thingsOf(this.page).flatMap((thing) => (thing.dataset.kind === "person" && boxOf(svg, thing.dataset.id ?? "")) || []);
    const drawn: SVGElement[] = [];
    for (const ghost of this.ghosts.values()) {
      const at = free(svg, ghost, taken);
      if (!at) continue;
      taken.push(around(at));
      drawn.push(picture(ghost, at));
    }
    layer(svg, "ghosts").replaceChildren(...drawn);
    makeRoom(svg, taken);
    this.drawn();
  }
}

/** Beside who it belongs to, and further on in the same row when somebody stands there. */
function free(svg: SVGSVGElement, { of, place }: Beside, taken: Box[]): { x: number; y: number } | null {
  const box = boxOf(svg, of);
  if (!box) return null;
  const step = PLACES[place];
  const at = { x: middle(box).x + step.x, y: middle(box).y + step.y };
  const further = place === "left" ? -NEXT : NEXT;
  while (taken.some((one) => overlap(one, around(at, WIDE)))) at.x += further;
  return at;
}

function around({ x, y }: { x: number; y: number }, wide = SYMBOL / 2): Box {
  return { left: x - wide, top: y - SYMBOL / 2, right: x + wide, bottom: y + SYMBOL / 2 };
}

function picture({ name, sign }: Beside, { x, y }: { x: number; y: number }): SVGElement {
  const group = draw("g", { class: "ghost" });
  const half = SYMBOL / 2;
  const round = { circle: half, square: 0, diamond: 0 }[sign] ?? 12;
  const turn = sign === "diamond" ? { transform: `rotate(45 ${x} ${y}) ` } : {};
  group.append(draw("rect", { x: x - half, y: y - half, width: SYMBOL, height: SYMBOL, rx: round, ...turn }));
  const label = draw("text", { x, y: y + half + 20, "text-anchor": "middle" });
  label.textContent = name;
  group.append(label);
  return group;
}

/** The paper grows when somebody stands beyond its edge. */
function makeRoom(svg: SVGSVGElement, boxes: Box[]): void {
  const view = svg.viewBox.baseVal;
  const left = Math.min(view.x, ...boxes.map((box) => box.left - ROOM));
  const top = Math.min(view.y, ...boxes.map((box) => box.top - ROOM));
  const right = Math.max(view.x + view.width, ...boxes.map((box) => box.right + ROOM));
  const bottom = Math.max(view.y + view.height, ...boxes.map((box) => box.bottom + ROOM));
  const [width, height] = [right - left, bottom - top];
  if (width === view.width && height === view.height) return;
  const shown = svg.style.width ? Number.parseFloat(svg.style.width) : 0;
  if (shown) svg.style.width = `${(shown * width) / view.width}px`;
  svg.setAttribute("viewBox", `${left} ${top} ${width} ${height}`);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
}
