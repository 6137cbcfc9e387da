// Another view, a day, aliases, around somebody: the same page, without loading it anew.
import { type Look, lookOf, type MapPage } from "./page";
import type { Panel } from "./panel";
import type { Selection } from "./select";
import type { Sheet } from "./sheet";
import { canvasOf, reveal } from "./where";

const LINKS = "a[data-look]";

export class Looks {
  private isNew = true;
  private readonly ears: ((before: Look) => void)[] = [];
  private readonly changes = new WeakMap<HTMLAnchorElement, Partial<Look>>();

  constructor(
    private readonly page: MapPage,
    private readonly sheet: Sheet,
    private readonly panel: Panel,
    private readonly selection: Selection,
  ) {
    // A narrow screen got a drawing around one person beside the whole one; it goes on so.
    const near = canvasOf(page)?.matches(".near") ? page.root.dataset.near : "";
    if (near) page.look.around = near;
    sheet.onShown(() => this.showWhom());
    page.root.addEventListener("click", (event) => this.followed(event));
    addEventListener("popstate", () => this.take(lookOf(new URLSearchParams(location.search))));
    sheet.onShown(() => this.mark());
  }

  onTaken(ear: (before: Look) => void): void {
    this.ears.push(ear);
  }

  /** Changes parts of the look, and the address of the page with it. */
  change(parts: Partial<Look>, inHistory = true): void {
    const look = { ...this.page.look, ...parts };
    const address = this.address(look);
    if (inHistory) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.take(look);
  }

  /** The links say where one is, and lead on from there. */
  mark(): void {
    const { look } = this.page;
    for (const link of this.page.root.querySelectorAll<HTMLAnchorElement>(LINKS)) {
      if (!this.changes.has(link)) this.changes.set(link, difference(look, link));
      if (link.dataset.view === look.view) link.setAttribute("aria-current", "true");
      else if (link.dataset.view) link.removeAttribute("aria-current");
      link.href = this.address({ ...look, ...this.changes.get(link) });
    }
  }

  private address(look: Look): string {
    const query = this.page.query(look);
    if (this.selection.id) query.set("gekozen", this.selection.id);
    return `${location.pathname}${query.size ? "?" : ""}${query}`;
  }

  private followed(event: MouseEvent): void {
    const link = (event.target as Element).closest<HTMLAnchorElement>(LINKS);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    this.change(this.changes.get(link) ?? {});
  }

  /** Another part of the paper begins with who it is about. */
  private showWhom(): void {
    if (!this.isNew) return;
    this.isNew = false;
    reveal(this.page, this.selection.id || (this.page.root.dataset.near ?? ""), true);
  }

  private take(look: Look): void {
    const { page } = this;
    const before = { ...page.look };
    Object.assign(page.look, look);
    page.root.dataset.alias = look.alias ? "ja" : "";
    this.mark();
    this.isNew = before.view !== look.view || before.around !== look.around;
    void this.sheet.ask();
    if (before.alias !== look.alias) {
      page.tell(); // it may hold names
      void this.panel.reload();
    }
    if (before.alias === look.alias && before.on !== look.on) void this.panel.refresh();
    for (const ear of this.ears) ear(before);
  }
}

/** What a link changes in the look for which it was made. */
function difference(here: Look, link: HTMLAnchorElement): Partial<Look> {
  const { view, near } = link.dataset;
  if (view) return { view };
  if (near) return { around: near };
  const asked = lookOf(new URL(link.href).searchParams);
  const parts: Partial<Look> = {};
  if (asked.on !== here.on) parts.on = asked.on;
  if (asked.alias !== here.alias) parts.alias = asked.alias;
  if (asked.around !== here.around) parts.around = asked.around;
  return parts;
}
