// Where things stand in the drawing. One place for all reckoning between drawing and screen.
import type { MapPage } from "./page";

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export const SYMBOL = 44;
const MARGIN = 90; // pixels around who is brought into sight
const SVG = "http://www.w3.org/2000/svg";

/** The drawing that is shown: a page may hold a small one for a narrow screen beside the whole. */
export function canvasOf(page: MapPage): HTMLElement | null {
  const all = [...page.sheet.querySelectorAll<HTMLElement>(".canvas")];
  return all.find((canvas) => canvas.checkVisibility()) ?? all[0] ?? null;
}

export const svgOf = (page: MapPage): SVGSVGElement | null => canvasOf(page)?.querySelector<SVGSVGElement>(":scope > svg") ?? null;

export function thingOf(page: MapPage, id: string): SVGAElement | null {
  return (id && svgOf(page)?.querySelector<SVGAElement>(`a.thing[data-id="${CSS.escape(id)}"]`)) || null;
}

export function thingsOf(page: MapPage): SVGAElement[] {
  return [...(svgOf(page)?.querySelectorAll<SVGAElement>("a.thing[data-id]") ?? [])];
}

/** Lights up what stands behind things of which `is` holds. */
export function light(page: MapPage, name: string, is: (id: string) => boolean): void {
  for (const ground of page.sheet.querySelectorAll<SVGElement>(".grounds [data-id]")) {
    ground.classList.toggle(name, is(ground.dataset.id ?? ""));
  }
}

export function nameOf(page: MapPage, id: string): string {
  return thingOf(page, id)?.getAttribute("aria-label") ?? "";
}

/** The drawn parts that are about one thing alone: its symbol and its labels. */
export function drawnOf(svg: SVGSVGElement, id: string): SVGGraphicsElement[] {
  return [...svg.querySelectorAll<SVGGraphicsElement>(`[data-ids="${CSS.escape(id)}"]`)];
}

/** The symbol of a person, or else the shape that one taps. */
export function symbolOf(svg: SVGSVGElement, id: string): SVGGraphicsElement | null {
  const one = CSS.escape(id);
  return svg.querySelector(`.person[data-ids="${one}"]`) ?? svg.querySelector(`a.thing[data-id="${one}"]`);
}

/** In units of the drawing. */
export function boxOf(svg: SVGSVGElement, id: string): Box | null {
  const box = symbolOf(svg, id)?.getBBox();
  return box ? { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height } : null;
}

export function middle(box: Box): { x: number; y: number } {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

export function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** From the screen to units of the drawing. */
export function inDrawing(svg: SVGSVGElement, x: number, y: number): { x: number; y: number } {
  const matrix = svg.getScreenCTM();
  if (!matrix) return { x, y };
  return new DOMPoint(x, y).matrixTransform(matrix.inverse());
}

/** How many pixels of the screen one unit is. */
export function scaleOf(svg: SVGSVGElement): number {
  return svg.getScreenCTM()?.a || 1;
}

/** A box of the screen, in pixels from the start of the canvas and what it scrolls. */
export function onCanvas(canvas: HTMLElement, box: { left: number; top: number; right: number; bottom: number }): Box {
  const edge = canvas.getBoundingClientRect();
  const x = canvas.scrollLeft - edge.left - canvas.clientLeft;
  const y = canvas.scrollTop - edge.top - canvas.clientTop;
  return { left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y };
}

/** Scrolls the canvas, and the page no more than needed, so that somebody is seen. */
export function reveal(page: MapPage, id: string, central = false): void {
  const svg = svgOf(page);
  const canvas = canvasOf(page);
  const symbol = svg && id ? symbolOf(svg, id) : null;
  if (!canvas || !symbol) return;
  const box = symbol.getBoundingClientRect();
  const view = canvas.getBoundingClientRect();
  const margin = central ? view.width / 2 - box.width / 2 : Math.min(MARGIN, view.width / 4);
  canvas.scrollLeft += beyond(box.left - margin, box.right + margin, view.left, view.right);
  canvas.scrollTop += beyond(box.top - margin, box.bottom + margin, view.top, view.bottom);
  const now = symbol.getBoundingClientRect();
  if (!central && (now.top < 0 || now.bottom > innerHeight)) symbol.scrollIntoView({ block: "center", inline: "nearest" });
}

function beyond(low: number, high: number, from: number, to: number): number {
  return low < from ? low - from : high > to ? high - to : 0;
}

export function draw<Tag extends keyof SVGElementTagNameMap>(tag: Tag, attributes: Record<string, string | number>): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

/** An icon of the page, always beside a word. */
export function icon(name: string): SVGSVGElement {
  const svg = draw("svg", { class: "icon", "aria-hidden": "true" });
  svg.append(draw("use", { href: `#icon-${name}` }));
  return svg;
}

/** The layer in front of the drawing for what only this screen shows; it takes no taps. */
export function layer(svg: SVGSVGElement, name: string): SVGGElement {
  const found = svg.querySelector<SVGGElement>(`g.${name}`);
  if (found) return found;
  const made = draw("g", { class: name, "aria-hidden": "true", "pointer-events": "none" });
  svg.append(made);
  return made;
}
