// Who draws along within the joint moment, and at what they look: initials, colour and pattern.
import type { Connection } from "./connection";
import type { Person } from "./messages";
import { make, type MapPage } from "./page";
import type { Sheet } from "./sheet";
import { draw, layer, nameOf, svgOf } from "./where";

export class Here {
  private people: Person[] = [];

  constructor(
    private readonly page: MapPage,
    connection: Connection,
    sheet: Sheet,
  ) {
    connection.on("here", ({ people }) => {
      this.people = people;
      this.show();
    });
    const nobody = (): void => {
      this.people = [];
      this.show();
    };
    connection.watch((state) => state !== "up" && nobody());
    connection.on("state", ({ moment }) => !moment && nobody());
    sheet.onShown(() => this.rings());
  }

  private show(): void {
    const part = this.page.part("here");
    if (part) part.hidden = !this.people.length;
    const list = make("ul", "here-list");
    list.setAttribute("aria-label", this.page.say("here"));
    list.append(...this.people.map((person) => this.chip(person)));
    part?.replaceChildren(...(this.people.length ? [list] : []));
    this.rings();
  }

  private chip({ initials, mark, about }: Person): HTMLElement {
    const chip = make("li", `who mark-${mark}`, initials);
    const what = about && nameOf(this.page, about);
    if (what) chip.title = this.page.say("looks_at", { who: initials, what });
    return chip;
  }

  private rings(): void {
    const svg = svgOf(this.page);
    if (!svg || (!this.people.length && !svg.querySelector("g.rings"))) return;
    const others = this.people.filter(({ you }) => !you);
    const rings = others.flatMap(({ initials, mark, about }) => {
      const ground = about ? svg.querySelector<SVGGraphicsElement>(`.grounds [data-id="${CSS.escape(about)}"]`) : null;
      if (!ground) return [];
      const ring = ground.cloneNode(false) as SVGGraphicsElement;
      for (const name of ["fill", "stroke", "display", "data-id", "data-kind"]) ring.removeAttribute(name);
      ring.setAttribute("class", `ring mark-${mark}`);
      const name = draw("text", { class: `ring-name mark-${mark}` });
      name.textContent = initials;
      return [{ ring, name }];
    });
    layer(svg, "rings").replaceChildren(...rings.flatMap(({ ring, name }) => [ring, name]));
    // What is not shown has no place, so first it is drawn.
    for (const { ring, name } of rings) {
      const box = ring.getBBox();
      name.setAttribute("x", String(box.x + box.width + 4));
      name.setAttribute("y", String(box.y + 4));
    }
  }
}
