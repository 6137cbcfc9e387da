// Without a line the panel cannot be asked for. Then who is chosen has a small one of its own, with
// the forms that draw somebody beside them: those of the last person, about this one.
import { make, type MapPage } from "./page";
import { nameOf, thingOf } from "./where";

export class StandIn {
  private forms: HTMLFormElement[] = [];

  constructor(private readonly page: MapPage) {}

  /** Keeps the forms of a panel that came in. */
  learn(): void {
    const found = [...(this.page.panel?.querySelectorAll<HTMLFormElement>("form[data-place][data-of]") ?? [])];
    if (found.length) this.forms = found.map((form) => form.cloneNode(true) as HTMLFormElement);
  }

  /** False when there is nothing to make do with. */
  show(id: string): boolean {
    if (!this.forms.length || thingOf(this.page, id)?.dataset.kind !== "person") return false;
    const places = make("div", "places no-live");
    places.append(...this.forms.map((form) => about(form, id)));
    const name = nameOf(this.page, id).split(",")[0] ?? "";
    this.page.panel?.replaceChildren(make("h2", "", name), make("p", "sub", this.page.say("offline")), places);
    return true;
  }
}

function about(form: HTMLFormElement, id: string): HTMLFormElement {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.dataset.of = id;
  const of = copy.elements.namedItem("of");
  if (of instanceof HTMLInputElement) of.value = id;
  return copy;
}
