// What is chosen in the drawing: by a tap, a click or Enter, or by what was just drawn.
import type { Connection } from "./connection";
import type { MapPage } from "./page";
import type { Panel } from "./panel";
import type { Sheet } from "./sheet";
import { light, reveal, thingOf, thingsOf } from "./where";

export interface Way {
  focus?: boolean; // in the drawing
  open?: boolean; // on into the panel
}

export class Selection {
  id: string;
  /** Answers yes when a tap was for something else, such as a tie between two. */
  taken: (id: string) => boolean = () => false;
  private expected = "";
  private readonly ears: (() => void)[] = [];

  constructor(
    private readonly page: MapPage,
    private readonly panel: Panel,
    private readonly connection: Connection,
    sheet: Sheet,
  ) {
    this.id = page.root.dataset.chosen ?? "";
    sheet.chosen = () => this.id;
    sheet.onShown(() => this.show());
    connection.watch((state) => state === "up" && this.tell());
    page.sheet.addEventListener("click", (event) => this.tapped(event));
  }

  onChosen(ear: () => void): void {
    this.ears.push(ear);
  }

  choose(id: string, { focus = false, open = false }: Way = {}): void {
    const changed = id !== this.id;
    this.id = id;
    this.expected = focus && !thingOf(this.page, id) ? id : "";
    this.show();
    if (focus) thingOf(this.page, id)?.focus({ preventScroll: true });
    if (changed) {
      this.remember();
      this.tell();
      for (const ear of this.ears) ear();
    }
    void this.panel.open(id ? [["gekozen", id]] : [], open);
  }

  private tapped(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const id = this.meant(event.target as Element);
    if (!id) return this.ground(event);
    event.preventDefault();
    if (this.taken(id)) return;
    const byKey = event.detail === 0;
    this.choose(id, { focus: true, open: byKey });
  }

  /** The thing that was tapped, or whose symbol or name was. */
  private meant(target: Element): string {
    const drawn = target.closest<SVGElement>("a.thing[data-id], [data-who]");
    const id = drawn?.dataset.id ?? drawn?.dataset.who ?? "";
    return thingOf(this.page, id) ? id : "";
  }

  private ground(event: MouseEvent): void {
    const onPaper = (event.target as Element).closest("svg") && !(event.target as Element).closest("a, button");
    if (onPaper && this.id) this.choose("");
  }

  private show(): void {
    for (const thing of thingsOf(this.page)) {
      if (thing.dataset.id === this.id) thing.setAttribute("aria-current", "true");
      else thing.removeAttribute("aria-current");
    }
    light(this.page, "here", (id) => id === this.id);
    if (this.expected && this.expected === this.id) {
      const thing = thingOf(this.page, this.expected);
      if (!thing) return;
      this.expected = "";
      thing.focus({ preventScroll: true });
      reveal(this.page, this.id);
    }
  }

  private tell(): void {
    this.connection.send({ t: "select", about: this.id });
  }

  private remember(): void {
    const query = new URLSearchParams(location.search);
    query.delete("vorm");
    query.delete("wie");
    if (this.id) query.set("gekozen", this.id);
    else query.delete("gekozen");
    history.replaceState(null, "", `${location.pathname}${query.size ? "?" : ""}${query}`);
  }
}
