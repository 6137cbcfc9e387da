// A new drawing takes the place of the old one; people move over to where they now stand.
import type { Connection } from "./connection";
import { calm, type MapPage, sameLook } from "./page";
import { boxOf, canvasOf, drawnOf, middle, scaleOf, svgOf, thingOf, thingsOf } from "./where";

const MOVE = { duration: 320, easing: "ease-out" };
const ARRIVE = { duration: 200, easing: "ease-out" };
const STILL = 1; // pixels; less is no move

type Spots = Map<string, { x: number; y: number }>;

export class Sheet {
  number = 0;
  chosen: () => string = () => "";
  private readonly ears: (() => void)[] = [];
  private asked = 0;

  constructor(
    private readonly page: MapPage,
    private readonly connection: Connection,
  ) {
    connection.on("welcome", () => (this.number = 0)); // it counts per line
    connection.on("sheet", (message) => {
      if (!sameLook(message.look, page.look)) return;
      this.number = message.n;
      this.show(message.html);
    });
  }

  /** After every new drawing, and once at the start. */
  onShown(ear: () => void): void {
    this.ears.push(ear);
    ear();
  }

  /** Asks for the drawing in the look of now: over the line, or else as a page. */
  async ask(): Promise<void> {
    if (this.connection.send({ t: "look", look: this.page.look })) return;
    const turn = ++this.asked;
    const answer = await fetch(this.page.address("sheet")).catch(() => null);
    if (answer?.ok && turn === this.asked) this.show(await answer.text());
  }

  show(html: string): void {
    const before = spots(this.page);
    const focused = (document.activeElement?.closest("a.thing") as SVGAElement | null)?.dataset.id ?? "";
    this.put(html);
    this.hold(before, focused);
    if (focused) thingOf(this.page, focused)?.focus({ preventScroll: true });
    for (const ear of this.ears) ear();
    if (!calm() && before.size) move(this.page, before);
  }

  /** Keeps the canvas itself: where it is scrolled to, and a field that somebody types in. */
  private put(html: string): void {
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.querySelector("#sheet") ?? template.content;
    const canvas = canvasOf(this.page);
    // A narrow screen asks itself for the drawing around somebody; this one is for without script.
    for (const near of fresh.querySelectorAll(".canvas.near, .sheet-lead.only-near")) near.remove();
    const svg = fresh.querySelector(".canvas > svg");
    const old = svgOf(this.page);
    if (!canvas || !svg || !old) {
      this.page.sheet.replaceChildren(...fresh.childNodes);
      return;
    }
    const isFit = canvas.classList.contains("fit");
    canvas.className = svg.parentElement?.className ?? "canvas";
    canvas.classList.toggle("fit", isFit);
    keepSize(old, svg as SVGSVGElement);
    this.around(canvas, fresh);
    old.replaceWith(svg);
  }

  /** Who has the focus or is chosen stays where they are on the screen, if the paper can scroll. */
  private hold(before: Spots, focused: string): void {
    const current = this.page.sheet.querySelector<SVGElement>("a.thing[aria-current]")?.dataset.id ?? "";
    const after = spots(this.page);
    const id = [focused, this.chosen(), current, ...before.keys()].find((one) => before.has(one) && after.has(one));
    const [was, is] = [before.get(id ?? ""), after.get(id ?? "")];
    if (was && is) canvasOf(this.page)?.scrollBy({ left: is.x - was.x, top: is.y - was.y, behavior: "instant" });
  }

  private around(canvas: HTMLElement, fresh: ParentNode): void {
    const words = this.page.sheet.querySelector<HTMLDetailsElement>("details.map-words");
    const place = fresh.querySelector(".canvas");
    for (const child of [...this.page.sheet.childNodes]) if (child !== canvas && !(child instanceof HTMLElement && child.matches(".zoom"))) child.remove();
    const [before, after] = split([...fresh.childNodes], place);
    canvas.before(...before);
    this.page.sheet.append(...after);
    const now = this.page.sheet.querySelector<HTMLDetailsElement>("details.map-words");
    if (words?.open && now) now.open = true;
  }
}

function split(nodes: ChildNode[], at: Node | null): [ChildNode[], ChildNode[]] {
  const place = nodes.findIndex((node) => node === at);
  return place < 0 ? [nodes, []] : [nodes.slice(0, place), nodes.slice(place + 1)];
}

/** The new drawing is as large on the screen as the one that somebody zoomed. */
function keepSize(old: SVGSVGElement, fresh: SVGSVGElement): void {
  if (!old.style.width) return;
  const scale = old.clientWidth / old.viewBox.baseVal.width;
  const width = Number(fresh.getAttribute("width")) || fresh.viewBox.baseVal.width;
  fresh.style.maxWidth = "none";
  fresh.style.width = `${width * scale}px`;
  fresh.style.height = "auto";
}

function spots(page: MapPage): Spots {
  const svg = svgOf(page);
  const matrix = svg?.getScreenCTM();
  const found: Spots = new Map();
  if (!svg || !matrix) return found;
  for (const { dataset } of thingsOf(page)) {
    const box = dataset.kind === "person" && dataset.id ? boxOf(svg, dataset.id) : null;
    if (box && dataset.id) found.set(dataset.id, new DOMPoint(middle(box).x, middle(box).y).matrixTransform(matrix));
  }
  return found;
}

function move(page: MapPage, before: Spots): void {
  const svg = svgOf(page);
  if (!svg) return;
  const scale = scaleOf(svg);
  const after = spots(page);
  let moved = false;
  for (const [id, spot] of after) {
    const from = before.get(id);
    const [dx, dy] = from ? [(from.x - spot.x) / scale, (from.y - spot.y) / scale] : [0, 0];
    if (from && Math.hypot(dx, dy) * scale < STILL) continue;
    moved = true;
    const frames = from ? { transform: [`translate(${dx}px, ${dy}px)`, "none"] } : { opacity: [0, 1] };
    for (const part of drawnOf(svg, id)) part.animate(frames, from ? MOVE : ARRIVE);
  }
  if (!moved) return;
  for (const line of svg.querySelectorAll("[data-ids*=' ']")) line.animate({ opacity: [0, 0.2, 1] }, MOVE);
}
