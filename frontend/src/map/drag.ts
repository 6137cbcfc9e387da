// Dragging is never needed. A person moves a little aside; an organisation points at somebody.
import { type MapPage } from "./page";
import type { Panel } from "./panel";
import { canvasOf, draw, drawnOf, inDrawing, layer, middle, boxOf, scaleOf, svgOf, thingOf } from "./where";

const THRESHOLD = 6; // pixels; less is a tap

interface Drag {
  id: string;
  kind: string;
  x: number;
  y: number;
  moving: boolean;
}

export class Drags {
  private drag: Drag | null = null;

  constructor(
    private readonly page: MapPage,
    private readonly panel: Panel,
    private readonly pin: (id: string, x: number) => void,
  ) {
    const { sheet } = page;
    sheet.addEventListener("dragstart", (event) => (event.target as Element).closest("svg") && event.preventDefault());
    sheet.addEventListener("pointerdown", (event) => this.down(event));
    sheet.addEventListener("pointermove", (event) => this.move(event));
    sheet.addEventListener("pointerup", (event) => this.up(event));
    sheet.addEventListener("pointercancel", () => this.stop());
    sheet.addEventListener("click", (event) => this.swallow(event), { capture: true });
  }

  private swallowNext = false;

  private down(event: PointerEvent): void {
    this.swallowNext = false;
    const thing = (event.target as Element).closest<SVGAElement>("a.thing[data-id]");
    const kind = thing?.dataset.kind ?? "";
    if (!thing || event.button || !event.isPrimary || !["person", "organisation"].includes(kind)) return;
    // With a finger only who is chosen already: the page must still scroll.
    if (event.pointerType === "touch" && !thing.hasAttribute("aria-current")) return;
    if (kind === "person" && this.page.look.view !== "genogram") return;
    this.drag = { id: thing.dataset.id ?? "", kind, x: event.clientX, y: event.clientY, moving: false };
  }

  private move(event: PointerEvent): void {
    const { drag } = this;
    const svg = svgOf(this.page);
    if (!drag || !svg || !event.isPrimary) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!drag.moving && Math.hypot(dx, dy) < THRESHOLD) return;
    if (!drag.moving) canvasOf(this.page)?.setPointerCapture(event.pointerId);
    drag.moving = true;
    this.page.root.classList.add("dragging");
    if (drag.kind === "person") shift(svg, drag.id, dx / scaleOf(svg));
    else this.point(svg, drag, event);
  }

  private up(event: PointerEvent): void {
    const { drag } = this;
    this.page.root.classList.remove("dragging");
    const svg = svgOf(this.page);
    if (!drag?.moving || !svg) return this.stop();
    this.swallowNext = true;
    if (drag.kind === "person") {
      const box = boxOf(svg, drag.id);
      const by = (event.clientX - drag.x) / scaleOf(svg);
      if (box) this.pin(drag.id, middle(box).x + by);
      this.drag = null; // stays where it was put, until the new drawing
      return;
    }
    this.drop(drag, event);
    this.stop();
  }

  private drop({ id }: Drag, event: PointerEvent): void {
    const target = document.elementFromPoint(event.clientX, event.clientY)?.closest<SVGAElement>("a.thing[data-id]");
    const who = target?.dataset.id;
    if (!who || who === id || !["person", "household"].includes(target.dataset.kind ?? "")) return;
    void this.panel.open([["vorm", "pijl"], ["wie", id], ["wie", who]], true);
  }

  private point(svg: SVGSVGElement, { id }: Drag, event: PointerEvent): void {
    const box = thingOf(this.page, id)?.getBBox();
    if (!box) return;
    const to = inDrawing(svg, event.clientX, event.clientY);
    const line = { class: "pointing", x1: box.x + box.width / 2, y1: box.y + box.height / 2, x2: to.x, y2: to.y };
    layer(svg, "hints").replaceChildren(draw("line", line));
  }

  private stop(): void {
    this.page.root.classList.remove("dragging");
    const svg = svgOf(this.page);
    if (this.drag && svg) shift(svg, this.drag.id, 0);
    if (svg) layer(svg, "hints").replaceChildren();
    this.drag = null;
  }

  private swallow(event: Event): void {
    if (!this.swallowNext) return;
    this.swallowNext = false;
    event.preventDefault();
    event.stopPropagation();
  }
}

function shift(svg: SVGSVGElement, id: string, by: number): void {
  const own = svg.querySelectorAll(`[data-id="${CSS.escape(id)}"]`);
  for (const part of [...drawnOf(svg, id), ...own]) {
    if (by) part.setAttribute("transform", `translate(${by} 0)`);
    else part.removeAttribute("transform");
  }
}
