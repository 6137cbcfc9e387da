// The day of the drawing: the words follow the hand at once, the drawing a moment later.
import type { Looks } from "./looks";
import type { MapPage } from "./page";
import { renewed } from "./renew";
import type { Sheet } from "./sheet";

const PAUSE = 120;

export class Slider {
  private timer = 0;
  private renewal = 0;
  private drawnDays: string | null;

  constructor(
    private readonly page: MapPage,
    private readonly looks: Looks,
    sheet: Sheet,
  ) {
    page.root.addEventListener("input", (event) => isOurs(event) && this.moved());
    page.root.addEventListener("submit", (event) => isOurs(event) && event.preventDefault());
    this.drawnDays = this.daysOfSheet;
    sheet.onShown(() => this.compare());
    looks.onTaken(() => this.show());
    this.show();
  }

  private get daysOfSheet(): string | null {
    return this.page.sheet.querySelector<HTMLElement>("[data-moments]")?.dataset.moments ?? null;
  }

  /** Whoever drew it: a drawing with other days has another slider. */
  private compare(): void {
    const days = this.daysOfSheet;
    if (days === this.drawnDays) return;
    this.drawnDays = days;
    this.renew();
  }

  /** Not while a hand holds it. */
  private renew(): void {
    clearTimeout(this.renewal);
    this.renewal = window.setTimeout(() => {
      if (this.range?.matches(":active")) this.renew();
      else void renewed(this.page, ["#slider"]).then(() => this.show());
    }, PAUSE * 5);
  }

  private get range(): HTMLInputElement | null {
    return this.page.part("slider")?.querySelector<HTMLInputElement>("input[type=range]") ?? null;
  }

  private list(name: "days" | "words"): string[] {
    const { range } = this;
    const text = range?.dataset[name] ?? range?.closest<HTMLElement>(`[data-${name}]`)?.dataset[name];
    return text ? (JSON.parse(text) as string[]) : [];
  }

  private moved(): void {
    const day = this.list("days")[Number(this.range?.value)] || null;
    this.tell(day);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.looks.change({ on: this.isLast ? null : day }, false), PAUSE);
  }

  /** The last moment is today. */
  private get isLast(): boolean {
    return Number(this.range?.value) >= Number(this.range?.max);
  }

  private show(): void {
    const { range } = this;
    if (!range) return;
    const { on } = this.page.look;
    if (!on) range.value = range.max;
    else {
      const later = this.list("days").findIndex((day) => day > on);
      range.value = String(later < 0 ? range.max : Math.max(0, later - 1));
    }
    this.tell(on);
  }

  private tell(day: string | null): void {
    const { range } = this;
    const words = this.isLast || !day ? this.page.say("today") : (this.list("words")[Number(range?.value)] ?? inWords(day));
    range?.setAttribute("aria-valuetext", words);
    const output = this.page.part("slider")?.querySelector("output");
    if (output) output.textContent = words;
  }
}

function inWords(day: string): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long" }).format(new Date(`${day}T12:00`));
}

function isOurs(event: Event): boolean {
  return (event.target as Element).closest("#slider") !== null;
}
