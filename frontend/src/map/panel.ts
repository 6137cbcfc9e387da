// The panel beside the drawing: fetched from the server, never over a form somebody writes in.
import { type MapPage, newId } from "./page";
import { StandIn } from "./stand-in";

const ASKED = new Set(["gekozen", "vorm", "wie"]);

const FIELDS = "input:not([type=hidden], [type=checkbox]), select, textarea";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Asked = [string, string][];

export class Panel {
  private asked: Asked = [];
  private turn = 0;
  private written = false;
  private shown = "";
  private readonly drafts = new Map<string, ChildNode[]>();
  private readonly ears: (() => void)[] = [];
  private readonly standIn: StandIn;

  constructor(private readonly page: MapPage) {
    this.standIn = new StandIn(page);
    this.asked = [...new URLSearchParams(location.search)].filter(([name]) => ASKED.has(name));
    this.shown = JSON.stringify(this.asked);
    const note = (): unknown => (this.written = true);
    page.panel?.addEventListener("input", note);
    page.panel?.addEventListener("change", note);
  }

  /** After new contents came in. */
  onLoaded(ear: () => void): void {
    this.ears.push(ear);
    ear();
  }

  /** Shows something else. What was being written stays, and is there again on return. */
  async open(asked: Asked, focus = false): Promise<void> {
    const same = JSON.stringify(asked) === JSON.stringify(this.asked);
    if (!same) this.keepDraft();
    this.asked = asked;
    if (!same && this.putDraft()) return focus ? this.focus() : undefined;
    if (same && this.written) return focus ? this.focus() : undefined;
    await this.load(focus);
  }

  /** The same again, because something changed; not while somebody writes. */
  async refresh(): Promise<void> {
    if (!this.isBusy) await this.load(false);
  }

  /** The same again in any case: names became aliases, or others see it now. */
  async reload(): Promise<void> {
    this.drafts.clear();
    await this.load(false);
  }

  /** What was written has been sent. */
  sent(): void {
    this.written = false;
    this.drafts.delete(JSON.stringify(this.asked));
  }

  focus(): void {
    const panel = this.page.panel;
    const fields = this.isForm ? [...(panel?.querySelectorAll<Field>(FIELDS) ?? [])] : [];
    const target = fields.find(isOpen) ?? fields[0] ?? panel?.querySelector<HTMLElement>("h2, h3");
    if (!target) return;
    if (target.matches("h2, h3")) target.tabIndex = -1;
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  }

  /** Whether it holds the form of something new, instead of what is chosen. */
  get isForm(): boolean {
    return this.asked.some(([name]) => name === "vorm");
  }

  private get chosen(): string {
    return this.asked.find(([name]) => name === "gekozen")?.[1] ?? "";
  }

  private get isBusy(): boolean {
    const active = document.activeElement;
    return this.written || Boolean(active?.matches("input, textarea, select") && this.page.panel?.contains(active));
  }

  private async load(focus: boolean): Promise<void> {
    const panel = this.page.panel;
    if (!panel) return;
    const turn = ++this.turn;
    const waiting = setTimeout(() => panel.setAttribute("aria-busy", "true"), 400);
    const answer = await fetch(this.page.address("panel", this.asked)).catch(() => null);
    clearTimeout(waiting);
    if (turn !== this.turn) return;
    panel.removeAttribute("aria-busy");
    if (answer?.ok) this.put(await answer.text(), turn);
    else if (!answer && !this.isForm && this.standIn.show(this.chosen)) this.arrived(false);
    if (focus && turn === this.turn) this.focus();
  }

  private put(html: string, turn: number): void {
    if (turn !== this.turn) return;
    const template = document.createElement("template");
    template.innerHTML = html;
    const fresh = template.content.querySelector("#panel") ?? template.content;
    const open = new Set(this.folds().filter((fold) => fold.open).map(nameOfFold));
    const same = this.shown === JSON.stringify(this.asked);
    this.shown = JSON.stringify(this.asked);
    this.page.panel?.replaceChildren(...fresh.childNodes);
    this.standIn.learn();
    if (same) for (const fold of this.folds()) fold.open ||= open.has(nameOfFold(fold));
    this.arrived(false);
  }

  private folds(): HTMLDetailsElement[] {
    return [...(this.page.panel?.querySelectorAll("details") ?? [])];
  }

  private keepDraft(): void {
    if (!this.written || !this.page.panel) return;
    this.drafts.set(JSON.stringify(this.asked), [...this.page.panel.childNodes]);
  }

  private putDraft(): boolean {
    const key = JSON.stringify(this.asked);
    const draft = this.drafts.get(key);
    if (!draft) return false;
    this.turn++;
    this.drafts.delete(key);
    this.page.panel?.replaceChildren(...draft);
    this.arrived(true);
    return true;
  }

  private arrived(written: boolean): void {
    this.written = written;
    for (const field of this.page.panel?.querySelectorAll<HTMLInputElement>("input[name=edit_id]") ?? []) field.value = newId();
    for (const ear of this.ears) ear();
  }
}

function nameOfFold(fold: HTMLDetailsElement): string {
  return fold.querySelector("summary")?.textContent?.trim() ?? "";
}

/** Not filled in yet: of radio buttons, when none of them is chosen. */
function isOpen(field: Field): boolean {
  if (!field.checkVisibility()) return false;
  if (field.type !== "radio") return field.value === "";
  return !field.form?.querySelector(`input[name="${CSS.escape(field.name)}"]:checked`);
}
