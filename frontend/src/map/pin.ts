// Somebody is put a little aside, and stays there.
import { tellName } from "./keys";
import type { MapPage } from "./page";
import type { Connection } from "./connection";
import type { Sheet } from "./sheet";
import { boxOf, middle, svgOf } from "./where";

export class Pins {
  constructor(
    private readonly page: MapPage,
    private readonly connection: Connection,
    private readonly sheet: Sheet,
  ) {}

  /** `x` in units of the drawing. */
  async put(id: string, x: number): Promise<void> {
    const body = new URLSearchParams({ csrfmiddlewaretoken: this.page.token, thing: id, x: x.toFixed(1) });
    const answer = await fetch(this.page.root.dataset.pinUrl ?? "", { method: "POST", body, redirect: "manual" }).catch(() => null);
    const done = answer !== null && answer.type === "opaqueredirect"; // to the page itself, which we do not need
    if (done) tellName(this.page, "moved", id);
    else this.page.tell(this.page.say("not_sent"));
    if (!done || this.connection.state !== "up") await this.sheet.ask();
  }

  nudge(id: string, by: number): void {
    const svg = svgOf(this.page);
    const box = svg && boxOf(svg, id);
    if (box) void this.put(id, middle(box).x + by);
  }
}
