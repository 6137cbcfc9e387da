// What the others did, in a few calm lines that a screen reader says too.
import type { Connection } from "./connection";
import type { Heard } from "./messages";
import type { MapPage } from "./page";
import type { Panel } from "./panel";
import type { Selection } from "./select";

const TOGETHER = 700; // changes this close after each other are told as one
const MOST = 2; // of one author, told in full
const MOST_LINES = 3;

type Facts = Heard["fact"][];

export class Told {
  private facts: Facts = [];
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
    page.tell(...this.lines(facts));
    if (facts.some(({ about }) => about.includes(this.selection.id))) void this.panel.refresh();
  }

  /** One for each who drew; when they are many, the last for all others together. */
  private lines(facts: Facts): string[] {
    const authors = new Map<string, Facts>();
    for (const fact of facts) authors.set(fact.who ?? "", [...(authors.get(fact.who ?? "") ?? []), fact]);
    const names = [...authors.keys()];
    const others = names.length > MOST_LINES ? names.splice(MOST_LINES - 1) : [];
    const lines = names.map((who) => this.line(who, authors.get(who) ?? []));
    if (!others.length) return lines;
    return [...lines, this.counted(others.filter(Boolean).join(", "), others.flatMap((who) => authors.get(who) ?? []).length)];
  }

  private line(who: string, facts: Facts): string {
    if (facts.length > MOST) return this.counted(who, facts.length);
    const what = facts.map(({ words }) => sentence(words)).join(" ");
    return who ? this.page.say("told", { who, what }) : what;
  }

  private counted(who: string, count: number): string {
    return this.page.say("told_many", { count, who: who || this.page.say("somebody") });
  }
}

function sentence(words: string): string {
  return /[.!?…]$/.test(words) ? words : `${words}.`;
}
