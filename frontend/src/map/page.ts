// What the page of a map consists of, and what the script may know about it: no family.

export interface Look {
  view: string;
  on: string | null;
  alias: boolean;
  around: string;
}

export type Values = Record<string, string | number>;
export type Fields = Record<string, string[]>;

const EMPTY_FORMS: Record<string, string[]> = { beeld: ["genogram"], op: [""], schuilnamen: ["", "nee"], rond: [""] };

export class MapPage {
  readonly sheet: HTMLElement;
  readonly panel: HTMLElement | null;
  readonly look: Look;
  moment: string | null;
  joined: boolean;
  frozen: boolean;
  private readonly words: Record<string, string>;

  constructor(readonly root: HTMLElement) {
    const data = root.dataset;
    const sheet = root.querySelector<HTMLElement>("#sheet");
    if (!sheet) throw new Error("A map page has a #sheet.");
    this.sheet = sheet;
    this.panel = document.getElementById("panel");
    this.look = { view: data.view || "genogram", on: data.on || null, alias: says(data.alias), around: data.around ?? "" };
    this.moment = data.moment || null;
    this.joined = says(data.joined);
    this.frozen = says(data.frozen);
    this.words = JSON.parse(document.getElementById("map-words")?.textContent || "{}") as Record<string, string>;
  }

  part(id: string): HTMLElement | null {
    return document.getElementById(id);
  }

  /** Says something on the page, to a screen reader too; it stands there until the next. */
  tell(...lines: string[]): void {
    this.part("told")?.replaceChildren(...lines.filter(Boolean).map((line) => make("p", "", line)));
  }

  /** A text of the page, with the values between braces filled in. */
  say(key: string, values: Values = {}): string {
    return (this.words[key] ?? "").replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  }

  /** How the address of the page, the sheet and the panel tell the look. */
  query(look: Look = this.look): URLSearchParams {
    const asked = { beeld: look.view, op: look.on ?? "", schuilnamen: look.alias ? "ja" : "", rond: look.around };
    const wanted = Object.entries(asked).filter(([name, value]) => !EMPTY_FORMS[name]?.includes(value));
    return new URLSearchParams(wanted);
  }

  address(kind: "sheet" | "panel", more: [string, string][] = []): string {
    const base = (kind === "sheet" ? this.root.dataset.sheetUrl : this.root.dataset.panelUrl) ?? "";
    const query = this.query();
    // Another page of this browser may have left the joint moment; this one still shows the table.
    if (this.joined && this.moment) query.set("samen", this.moment);
    for (const [name, value] of more) query.append(name, value);
    return `${base}?${query}`;
  }

  /** A part of the family, small enough for every screen. */
  get isAround(): boolean {
    return this.look.view === "genogram" && !["", "nee"].includes(this.look.around);
  }

  get token(): string {
    return document.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? "";
  }
}

function says(value: string | undefined): boolean {
  return ["yes", "ja", "true", "1"].includes(value ?? "");
}

/** The look that the address of a link or of the page asks for. */
export function lookOf(query: URLSearchParams): Look {
  return {
    view: query.get("beeld") || "genogram",
    on: query.get("op") || null,
    alias: query.get("schuilnamen") === "ja",
    around: query.get("rond") ?? "",
  };
}

export function sameLook(one: Look, other: Look): boolean {
  return one.view === other.view && (one.on || null) === (other.on || null) && !one.alias === !other.alias;
}

/** A random UUID; `crypto.randomUUID` is not there on plain http. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** An element with a class and a text, for the few things that the script makes itself. */
export function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name = "", text = ""): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}

export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=button], [type=submit]), textarea, select, [contenteditable]");
}

export const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
