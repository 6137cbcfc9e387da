// Something between or around several: tap who it is about, then fill in its form in the panel.
import { make, type MapPage } from "./page";
import type { Panel } from "./panel";
import type { Selection } from "./select";
import type { Sheet } from "./sheet";
import { light, thingOf } from "./where";

interface Mode {
  /** Which kinds may be tapped, for each tap; the last counts for all that follow. */
  kinds: string[][];
  most: number;
  /** Begins with who is chosen already, if that fits. */
  fromChosen: boolean;
}

const ANYBODY = ["person", "organisation", "household"];
const MODES: Record<string, Mode> = {
  band: { kinds: [ANYBODY], most: 2, fromChosen: true },
  huis: { kinds: [["person"]], most: Number.POSITIVE_INFINITY, fromChosen: false },
  gebeurtenis: { kinds: [["person"]], most: 1, fromChosen: true },
  hulp: { kinds: [["person"]], most: 1, fromChosen: true },
  pijl: { kinds: [["organisation"], ["person", "household"]], most: 2, fromChosen: true },
};

export class Modes {
  private name = "";
  private picked: string[] = [];
  private readonly line = make("div", "mode-line");
  private readonly words = make("p");
  private readonly ready: HTMLButtonElement;
  private opener: HTMLElement | null = null;

  constructor(
    private readonly page: MapPage,
    private readonly panel: Panel,
    private readonly selection: Selection,
    sheet: Sheet,
  ) {
    this.ready = make("button", "utrecht-button utrecht-button--primary-action button-small", page.say("done"));
    this.ready.type = "button";
    this.ready.addEventListener("click", () => this.finish());
    const stop = make("button", "utrecht-button utrecht-button--secondary-action button-small", page.say("stop"));
    stop.type = "button";
    stop.addEventListener("click", () => this.leave());
    this.words.setAttribute("role", "status");
    this.line.append(this.words, this.ready, stop);
    this.line.hidden = true;
    page.sheet.before(this.line);
    page.root.addEventListener("click", (event) => this.asked(event));
    selection.taken = (id) => this.tapped(id);
    sheet.onShown(() => this.show());
  }

  get on(): boolean {
    return this.name !== "";
  }

  /** Begins a mode, or opens the form at once when nobody needs to be tapped. */
  begin(name: string, from = this.selection.id): void {
    const mode = MODES[name];
    this.leave(false);
    if (!mode) return void this.panel.open([...this.from, ["vorm", name]], true);
    this.name = name;
    this.line.hidden = false;
    if (mode.fromChosen && this.fits(from)) return this.pick(from);
    this.show();
  }

  /** True when there was something to leave. */
  leave(told = true): boolean {
    const was = this.on;
    this.name = "";
    this.picked = [];
    this.line.hidden = true;
    this.show();
    if (was && told) {
      this.page.tell(this.page.say("mode_left"));
      this.opener?.focus({ preventScroll: true });
    }
    return was;
  }

  /** So that the form in the panel knows the way back. */
  private get from(): [string, string][] {
    return this.selection.id ? [["gekozen", this.selection.id]] : [];
  }

  private asked(event: MouseEvent): void {
    const button = (event.target as Element).closest<HTMLElement>("[data-mode]");
    if (!button?.dataset.mode || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.opener = button;
    if (button.dataset.mode === this.name) this.leave();
    else this.begin(button.dataset.mode, button.dataset.of ?? this.selection.id);
  }

  private tapped(id: string): boolean {
    if (!this.on) return false;
    const at = this.picked.indexOf(id);
    if (at >= 0) this.picked.splice(at, 1);
    else if (this.fits(id)) return this.pick(id), true;
    this.show();
    return true;
  }

  private pick(id: string): void {
    this.picked.push(id);
    this.show();
    if (this.picked.length >= (MODES[this.name]?.most ?? 1)) this.finish();
  }

  private fits(id: string): boolean {
    const kind = thingOf(this.page, id)?.dataset.kind ?? "";
    const kinds = MODES[this.name]?.kinds ?? [];
    return (kinds[Math.min(this.picked.length, kinds.length - 1)] ?? []).includes(kind);
  }

  private finish(): void {
    const asked: [string, string][] = [...this.from, ["vorm", this.name], ...this.picked.map((id): [string, string] => ["wie", id])];
    this.leave(false);
    void this.panel.open(asked, true);
  }

  private show(): void {
    const { page, picked } = this;
    light(page, "picked", (id) => picked.includes(id));
    page.root.classList.toggle("picking", this.on);
    for (const button of page.root.querySelectorAll<HTMLElement>("[data-mode]")) {
      if (button.dataset.mode === this.name) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
    if (!this.on) return;
    const many = (MODES[this.name]?.most ?? 1) > 2;
    this.ready.hidden = !many;
    const key = [`mode_${this.name}_${picked.length + 1}`, `mode_${this.name}`].find((one) => page.say(one)) ?? "";
    const count = many && picked.length ? page.say(picked.length === 1 ? "mode_count_one" : "mode_count_many", { count: picked.length }) : "";
    this.words.textContent = [page.say(key), count].filter(Boolean).join(" ");
  }
}
