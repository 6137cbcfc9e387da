// What the others did, in one calm line that a screen reader says too.
import type { Connection } from "./connection";
import type { Heard } from "./messages";
import type { MapPage } from "./page";
import type { Panel } from "./panel";
import type { Selection } from "./select";

const TOGETHER = 700; // changes this close after each other are told as one
const MOST = 2;

export class Told {
  private facts: Heard["fact"][] = [];
  private timer = 0;

  constructor(
    private readonly page: MapPage,
    private readonly panel: Panel,
    private readonly selection: Selection,
    connection: Connection,
  ) {
    connection.on("fact", (fact) => {
      this.facts.push(fact);
      this.timer ||= window.setTimeout(() => this.tell(), TOGETHER);
    });
  }

  private tell(): void {
    const { facts, page } = this;
    this.facts = [];
    this.timer = 0;
    const told = facts.length > MOST ? this.counted(facts) : facts.map(({ who, words }) => this.line(who, words));
    page.part("told")?.replaceChildren(told.join(" "));
    if (facts.some(({ about }) => about.includes(this.selection.id))) void this.panel.refresh();
  }

  private line(who: string | null, words: string): string {
    return who ? this.page.say("told", { who, what: words }) : words;
  }

  private counted(facts: Heard["fact"][]): string[] {
    const counts = new Map<string, number>();
    for (const { who } of facts) counts.set(who ?? "", (counts.get(who ?? "") ?? 0) + 1);
    return [...counts].map(([who, count]) => this.page.say("told_many", { count, who: who || this.page.say("somebody") }));
  }
}
