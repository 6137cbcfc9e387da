// Whether there is a line, whether one may draw, and whether one draws together.
import type { Connection } from "./connection";
import { make, type MapPage } from "./page";
import type { Panel } from "./panel";
import type { Queue } from "./queue";
import { renewed } from "./renew";

const PATIENCE = 1_500; // a line that is back this soon was never gone

export class Banner {
  private readonly line = make("p", "line-state");
  private timer = 0;
  private wasGone = false;

  constructor(
    private readonly page: MapPage,
    private readonly connection: Connection,
    private readonly queue: Queue,
    private readonly panel: Panel,
  ) {
    connection.watch((state) => (state === "up" ? this.show() : this.wait()));
    queue.watch(() => this.wasGone && this.show());
    connection.on("welcome", ({ frozen, moment, joined }) => {
      const changed = page.frozen !== frozen || page.moment !== moment || page.joined !== joined;
      Object.assign(page, { frozen, moment, joined });
      if (changed) void this.renew();
    });
    connection.on("state", ({ frozen, moment, by }) => this.changed(frozen, moment, by));
    connection.on("gone", ({ words }) => this.gone(words));
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.show(), PATIENCE);
  }

  private show(): void {
    const { page, connection, queue } = this;
    if (connection.state === "opening" || connection.state === "gone") return;
    const down = connection.state === "down" || (connection.state === "absent" && queue.size > 0);
    page.root.classList.toggle("offline", down);
    if (down) {
      const waiting = queue.size === 1 ? page.say("waiting_one") : queue.size ? page.say("waiting_many", { count: queue.size }) : "";
      this.put([page.say("offline"), waiting].filter(Boolean).join(" "));
    } else if (this.wasGone && !queue.size) {
      this.put("");
      page.tell(page.say("back"));
    }
    this.wasGone = down || (this.wasGone && queue.size > 0);
  }

  private put(words: string): void {
    this.line.textContent = words;
    if (words) this.page.part("banner")?.append(this.line);
    else this.line.remove();
  }

  private changed(frozen: boolean, moment: string | null, by: string | null): void {
    const { page } = this;
    const told: string[] = [];
    if (frozen !== page.frozen) told.push(page.say(frozen ? "frozen" : "thawed"));
    if (moment && moment !== page.moment) told.push(page.say("moment_begun", { who: by ?? page.say("somebody") }));
    if (!moment && page.moment && page.joined) told.push(page.say("moment_over"));
    Object.assign(page, { frozen, moment, joined: page.joined && moment === page.moment });
    if (told.length) page.tell(...told);
    void this.renew();
  }

  /** Bar and notes as the server makes them now: what one may do has changed. */
  async renew(): Promise<void> {
    await renewed(this.page, [".map-bar", "#slider"], this.page.root);
    if (this.line.textContent) this.page.part("banner")?.append(this.line);
    await this.panel.refresh();
  }

  /** What is no longer shared does not stay on the screen. */
  private gone(words: string): void {
    const { page } = this;
    page.sheet.replaceChildren();
    page.panel?.replaceChildren();
    for (const part of [page.part("here"), page.part("slider"), page.part("told")]) part?.replaceChildren();
    page.root.querySelector(".map-bar")?.replaceChildren();
    page.part("banner")?.replaceChildren(make("p", "line-state", words || page.say("gone")));
  }
}
