// Adding where the person is: four round buttons around who is chosen, from the forms of the panel.
// Where there is no room for them, as on a phone, they stand below the drawing with their words.
import { around, fan, isFree, ORDER, SIZE } from "./around";
import type { Forms } from "./forms";
import { type InPlace, openInPlace } from "./in-place";
import { make, type MapPage } from "./page";
import type { Panel } from "./panel";
import type { Selection } from "./select";
import type { Sheet } from "./sheet";
import { type Box, canvasOf, drawnOf, icon, onCanvas, svgOf, symbolOf, thingsOf } from "./where";

const NARROW = 480;

export class Hands {
  private readonly layer = make("div", "hands");
  private field: InPlace | null = null;
  private wanted = "";

  constructor(
    private readonly page: MapPage,
    private readonly selection: Selection,
    private readonly forms: Forms,
    panel: Panel,
    sheet: Sheet,
  ) {
    panel.onLoaded(() => this.make());
    sheet.onShown(() => this.place());
    selection.onChosen(() => this.clear());
    addEventListener("resize", () => this.place());
  }

  /** Begins at one side as a tap on its button does, as soon as the panel has its form. */
  beginWhenThere(side: string): void {
    this.wanted = side;
    queueMicrotask(() => this.begin());
  }

  /** True when there was a field to close. */
  close(): boolean {
    const was = this.field !== null;
    this.field?.close();
    return was;
  }

  place(): void {
    const canvas = canvasOf(this.page);
    const svg = svgOf(this.page);
    const symbol = svg && symbolOf(svg, this.selection.id);
    const here = symbol !== null && this.page.look.view === "genogram";
    this.layer.hidden = !here;
    this.page.root.classList.toggle("by-hand", here && this.buttons.length > 0);
    if (!here || !canvas || !svg || !symbol) return;
    if (this.layer.parentElement !== canvas) canvas.append(this.layer);
    const core = onCanvas(canvas, symbol.getBoundingClientRect());
    const labels = drawnOf(svg, this.selection.id).map((part) => onCanvas(canvas, part.getBoundingClientRect()));
    const ways = [around(core, labels), fan(core, labels)];
    // Rather over their own name than far away.
    if (canvas.clientWidth > NARROW) ways.push(around(core, []), fan(core, []));
    const others = this.others(svg, canvas);
    const paper = { left: canvas.scrollLeft, top: 0, right: canvas.clientWidth + canvas.scrollLeft, bottom: Math.max(canvas.clientHeight, canvas.scrollHeight) };
    const best = ways.find((way) => isFree(way, others, paper));
    this.layer.classList.toggle("docked", !best);
    for (const button of this.buttons) {
      const corner = best?.[ORDER.indexOf(button.dataset.side ?? "")];
      if (!corner) continue;
      button.style.left = `${within(corner.x, 0, paper.right - SIZE)}px`;
      button.style.top = `${within(corner.y, 0, paper.bottom - SIZE)}px`;
    }
    this.field?.place();
  }

  private get buttons(): HTMLButtonElement[] {
    return [...this.layer.querySelectorAll<HTMLButtonElement>("button.hand")];
  }

  private others(svg: SVGSVGElement, canvas: HTMLElement): Box[] {
    const people = thingsOf(this.page).filter(({ dataset }) => dataset.kind === "person" && dataset.id !== this.selection.id);
    return people.flatMap(({ dataset }) => {
      const drawn = drawnOf(svg, dataset.id ?? "");
      return drawn.map((part) => onCanvas(canvas, part.getBoundingClientRect()));
    });
  }

  private clear(): void {
    this.field?.close();
    this.layer.replaceChildren();
  }

  private make(): void {
    if (this.field) return;
    const forms = [...(this.page.panel?.querySelectorAll<HTMLFormElement>("form[data-place][data-of]") ?? [])];
    const mine = forms.filter(({ dataset }) => dataset.of === this.selection.id && ORDER.includes(dataset.place ?? ""));
    const first = ORDER.flatMap((side) => mine.find(({ dataset }) => dataset.place === side) ?? []);
    this.layer.replaceChildren(...first.map((form) => this.button(form)));
    this.place();
    this.begin();
  }

  private begin(): void {
    const button = this.buttons.find(({ dataset }) => dataset.side === this.wanted);
    if (!button) return;
    this.wanted = "";
    button.click();
  }

  private button(form: HTMLFormElement): HTMLButtonElement {
    const words = wordsOf(form);
    const button = make("button", "hand");
    button.type = "button";
    button.dataset.side = form.dataset.place;
    button.setAttribute("aria-label", words);
    if (form.dataset.icon) button.append(icon(form.dataset.icon));
    button.append(make("span", "hand-word", words));
    button.addEventListener("click", () => this.open(form, button));
    return button;
  }

  /** Says what was wrong where it was drawn, with all that was typed; false when that is gone. */
  complain(form: HTMLFormElement, words: string): boolean {
    const button = this.buttons.find(({ dataset }) => dataset.side === form.dataset.place);
    if (!form.isConnected || !button || form.dataset.of !== this.selection.id) return false;
    this.open(form, button, words);
    return true;
  }

  private open(form: HTMLFormElement, button: HTMLButtonElement, wrong = ""): void {
    this.field?.close();
    this.layer.classList.add("busy");
    this.field = openInPlace(this.page, this.layer, form, button, {
      words: wordsOf(form),
      wrong,
      send: () => this.forms.send(form) || form.submit(),
      closed: () => {
        this.field = null;
        this.layer.classList.remove("busy");
      },
    });
  }
}

function wordsOf(form: HTMLFormElement): string {
  return form.dataset.words || (form.querySelector("[type=submit], button:not([type])")?.textContent?.trim() ?? "");
}

function within(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}
