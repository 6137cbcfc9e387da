// Larger, smaller, the whole drawing: the paper scrolls in its canvas. One finger scrolls as ever.
import { make, type MapPage } from "./page";
import type { Sheet } from "./sheet";
import { canvasOf, svgOf } from "./where";

const STEP = 1.25;
const LARGEST = 4;

interface Spot {
  clientX: number;
  clientY: number;
}

export class Zoom {
  private readonly ears: (() => void)[] = [];
  private pinch: { scale: number; apart: number } | null = null;

  constructor(
    private readonly page: MapPage,
    sheet: Sheet,
  ) {
    const acts: [string, string, () => void][] = [
      ["+", "zoom_in", () => this.by(STEP)],
      ["−", "zoom_out", () => this.by(1 / STEP)],
      ["", "zoom_fit", () => this.fit()],
    ];
    const bar = make("div", "zoom");
    bar.setAttribute("role", "group");
    bar.append(...acts.map(([sign, words, act]) => zoomButton(sign, page.say(words), act)));
    const showBar = (): unknown => (bar.hidden = !canvasOf(page)?.checkVisibility());
    sheet.onShown(() => {
      const canvas = canvasOf(page);
      canvas?.classList.toggle("around", page.isAround);
      if (canvas && canvas.nextElementSibling !== bar) canvas.after(bar);
      showBar();
    });
    page.root.addEventListener("toggle", showBar, { capture: true }); // the whole drawing, or a list
    page.sheet.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    page.sheet.addEventListener("touchstart", (event) => this.touched(event), { passive: false });
    page.sheet.addEventListener("touchmove", (event) => this.pinched(event), { passive: false });
    page.sheet.addEventListener("touchend", () => (this.pinch = null));
    dragGround(page);
  }

  onChanged(ear: () => void): void {
    this.ears.push(ear);
  }

  by(factor: number, at?: Spot): void {
    const svg = svgOf(this.page);
    if (svg) this.to(scale(svg) * factor, at);
  }

  fit(): void {
    const svg = svgOf(this.page);
    svg?.style.removeProperty("width");
    svg?.style.removeProperty("max-width");
    canvasOf(this.page)?.classList.add("fit");
    canvasOf(this.page)?.scrollTo(0, 0);
    this.changed();
  }

  /** Pixels per unit; what is under `at` stays there. */
  private to(wanted: number, at?: Spot): void {
    const svg = svgOf(this.page);
    const canvas = canvasOf(this.page);
    if (!svg || !canvas) return;
    const old = svg.getBoundingClientRect();
    canvas.classList.remove("fit");
    const edge = canvas.getBoundingClientRect();
    const units = svg.viewBox.baseVal.width;
    const least = Math.min(1, canvas.clientWidth / units) / 2;
    const size = Math.max(least, Math.min(wanted, LARGEST));
    const spot = at ?? { clientX: edge.left + edge.width / 2, clientY: edge.top + edge.height / 2 };
    const part = { x: (spot.clientX - old.left) / old.width, y: (spot.clientY - old.top) / old.height };
    svg.style.maxWidth = "none";
    svg.style.height = "auto";
    svg.style.width = `${units * size}px`;
    const now = svg.getBoundingClientRect();
    canvas.scrollLeft += now.left + part.x * now.width - spot.clientX;
    canvas.scrollTop += now.top + part.y * now.height - spot.clientY;
    this.changed();
  }

  private wheel(event: WheelEvent): void {
    if (!event.ctrlKey || !(event.target as Element).closest(".canvas")) return;
    event.preventDefault();
    this.by(Math.exp(-event.deltaY / 300), event);
  }

  private touched(event: TouchEvent): void {
    const svg = svgOf(this.page);
    const apart = distance(event.touches);
    if (!svg || !apart || !(event.target as Element).closest(".canvas")) return;
    event.preventDefault();
    this.pinch = { scale: scale(svg), apart };
  }

  private pinched(event: TouchEvent): void {
    const apart = distance(event.touches);
    const [one, two] = event.touches;
    if (!this.pinch || !apart || !one || !two) return;
    event.preventDefault();
    const at = { clientX: (one.clientX + two.clientX) / 2, clientY: (one.clientY + two.clientY) / 2 };
    this.to((this.pinch.scale * apart) / this.pinch.apart, at);
  }

  private changed(): void {
    for (const ear of this.ears) ear();
  }
}

function scale(svg: SVGSVGElement): number {
  return svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
}

function distance(touches: TouchList): number {
  const [one, two] = touches;
  return one && two ? Math.hypot(one.clientX - two.clientX, one.clientY - two.clientY) : 0;
}

function zoomButton(sign: string, words: string, act: () => void): HTMLButtonElement {
  const button = make("button", "zoom-button", sign || words);
  button.type = "button";
  if (sign) {
    button.setAttribute("aria-label", words);
    button.title = words;
  }
  button.addEventListener("click", act);
  return button;
}

/** With a mouse the empty paper is taken hold of; fingers have the scrolling of the browser. */
function dragGround(page: MapPage): void {
  let held: { x: number; y: number } | null = null;
  page.sheet.addEventListener("pointerdown", (event) => {
    const onPaper = (event.target as Element).closest(".canvas") && !(event.target as Element).closest("a, button, form");
    held = onPaper && event.pointerType === "mouse" && !event.button ? { x: event.clientX, y: event.clientY } : null;
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    canvasOf(page)?.scrollBy(held.x - event.clientX, held.y - event.clientY);
    held = { x: event.clientX, y: event.clientY };
  });
  addEventListener("pointerup", () => (held = null));
}
