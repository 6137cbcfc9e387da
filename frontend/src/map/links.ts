// Links of the panel and the words lead to a thing or a form; the page need not load for that.
import type { Modes } from "./modes";
import type { MapPage } from "./page";
import type { Selection } from "./select";

const LINKS = "#panel a[href^='?'], #sheet .map-words a[href^='?'], #sheet .near-people a[href^='?']";

export function followLinks(page: MapPage, selection: Selection, modes: Modes): void {
  page.root.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(LINKS);
    if (!link || link.matches("[data-look]") || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const asked = new URL(link.href).searchParams;
    const form = asked.get("vorm");
    const who = asked.get("gekozen") ?? "";
    if (form) modes.begin(form, asked.get("wie") ?? who);
    else selection.choose(who, { open: who !== "" });
  });
}
