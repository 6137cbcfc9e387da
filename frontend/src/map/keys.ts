// The drawing by keyboard: one stop of the Tab key, arrows follow kinship, a key for every command.
import type { Hands } from "./hands";
import { isWriting, type MapPage } from "./page";
import type { Selection } from "./select";
import type { Sheet } from "./sheet";
import { nameOf, thingOf, thingsOf } from "./where";

const ARROWS: Record<string, { to: string; side: string }> = {
  ArrowUp: { to: "up", side: "above" },
  ArrowDown: { to: "down", side: "below" },
  ArrowLeft: { to: "left", side: "left" },
  ArrowRight: { to: "right", side: "right" },
};

/** Through all there is: homes, ties and bonds too, to which no kinship leads. */
const RING: Record<string, string> = { PageDown: "next", PageUp: "previous" };

/** What a key does; `id` is what has the focus in the drawing. */
export type Commands = Record<string, (id: string) => void>;

export interface Acts {
  /** While the drawing has the focus: t, h, Delete, +, 1 … */
  single: Commands;
  undo: () => void;
  redo: () => void;
  nudge: (id: string, by: number) => void;
  escape: () => boolean;
}

export class Keys {
  private here = "";

  constructor(
    private readonly page: MapPage,
    private readonly selection: Selection,
    private readonly hands: Hands,
    sheet: Sheet,
    private readonly acts: Acts,
  ) {
    sheet.onShown(() => this.rove());
    selection.onChosen(() => this.rove());
    page.sheet.addEventListener("focusin", (event) => this.arrived(event));
    document.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** One thing stands in the Tab order: where one was last, who is chosen, or the first. */
  private rove(): void {
    const things = thingsOf(this.page);
    const stop = thingOf(this.page, this.here) ?? thingOf(this.page, this.selection.id) ?? things[0];
    for (const thing of things) thing.setAttribute("tabindex", thing === stop ? "0" : "-1");
  }

  private arrived(event: FocusEvent): void {
    const thing = (event.target as Element).closest<SVGAElement>("a.thing");
    if (!thing?.dataset.id) return;
    this.here = thing.dataset.id;
    this.rove();
  }

  private pressed(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && this.acts.escape()) return event.preventDefault();
    if (isWriting(event.target)) return;
    if (this.took(event)) event.preventDefault();
  }

  private took(event: KeyboardEvent): boolean {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) return this.tookBack(key, event.shiftKey);
    const thing = (event.target as Element).closest<SVGAElement>("a.thing");
    const id = thing?.dataset.id ?? "";
    const arrow = ARROWS[key];
    if (arrow && thing) return this.wentOn(event, thing, arrow);
    const ring = RING[key];
    if (ring && thing) return this.focus(thing.getAttribute(`data-${ring}`));
    const inDrawing = this.page.sheet.contains(event.target as Node);
    const command = inDrawing && !event.altKey && !event.ctrlKey ? this.acts.single[key] : undefined;
    command?.(id || this.selection.id);
    return command !== undefined;
  }

  private tookBack(key: string, shift: boolean): boolean {
    if (key === "z") (shift ? this.acts.redo : this.acts.undo)();
    else if (key === "y") this.acts.redo();
    else return false;
    return true;
  }

  private wentOn(event: KeyboardEvent, thing: SVGAElement, { to, side }: { to: string; side: string }): boolean {
    const id = thing.dataset.id ?? "";
    if (event.altKey) {
      const by = { left: -20, right: 20 }[to];
      if (by) this.acts.nudge(id, by);
      return by !== undefined;
    }
    if (event.shiftKey) {
      this.hands.beginWhenThere(side);
      this.selection.choose(id);
      return true;
    }
    return this.focus(thing.getAttribute(`data-${to}`));
  }

  private focus(id: string | null): boolean {
    thingOf(this.page, id ?? "")?.focus();
    return true;
  }
}

/** Says to a screen reader who was chosen or moved. */
export function tellName(page: MapPage, key: string, id: string): void {
  page.tell(page.say(key, { name: nameOf(page, id) }));
}
