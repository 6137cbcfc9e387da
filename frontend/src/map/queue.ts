// Edits that the server has not answered yet, in the order in which they were made.
import type { Connection } from "./connection";
import { type Fields, type MapPage, newId } from "./page";
import { post } from "./posting";

export interface Answer {
  id: string;
  fields: Fields;
  chosen: string;
  warnings: string[];
  refused: string | null;
}

const LONGEST = 64 * 1024; // bytes of a frame; the server closes the line on more
const MOST_DOUBTS = 3;
const POST_AGAIN = 5_000;
/** Closings that no edit is to blame for: the server stops, we did not read, our rights changed. */
const NOBODYS_FAULT = new Set([1001, 1012, 4408, 4409]);

export class Queue {
  /** After edits were posted without a line, while the page stays. */
  posted: () => void = () => undefined;
  private readonly waiting = new Map<string, Fields>();
  private readonly doubts = new Map<string, number>();
  private readonly ears: ((answer: Answer) => void)[] = [];
  private readonly watchers: ((count: number) => void)[] = [];
  /** One at a time, after a line broke: so we learn on which edit it breaks. */
  private careful = false;
  private posting = false;

  constructor(
    private readonly page: MapPage,
    private readonly connection: Connection,
  ) {
    connection.on("done", ({ id, chosen, warnings }) => this.settle(id, { chosen: chosen ?? "", warnings: warnings ?? [], refused: null }));
    connection.on("refused", ({ id, words }) => this.refuse(id, words));
    connection.on("bad", ({ id, words }) => (id ? this.refuse(id, words) : this.doubt() && this.sendAll()));
    connection.watch((state, code) => {
      if (state === "down" && code && !NOBODYS_FAULT.has(code)) this.doubt();
      if (state === "up") this.sendAll();
      if (state === "absent" && this.waiting.size) void this.postAll();
    });
    addEventListener("beforeunload", (event) => this.waiting.size && event.preventDefault());
  }

  get size(): number {
    return this.waiting.size;
  }

  onAnswer(ear: (answer: Answer) => void): void {
    this.ears.push(ear);
  }

  watch(watcher: (count: number) => void): void {
    this.watchers.push(watcher);
  }

  /** The id of the edit, by which a retry is known again. */
  add(fields: Fields, id = newId()): string {
    this.waiting.set(id, fields);
    if (isTooLong(id, fields)) this.refuse(id, this.page.say("too_long"));
    else if (!this.careful || this.first === id) this.connection.send({ t: "edit", id, fields });
    this.tell();
    return id;
  }

  private get first(): string | undefined {
    return this.waiting.keys().next().value;
  }

  private sendAll(): void {
    for (const [id, fields] of this.waiting) {
      this.connection.send({ t: "edit", id, fields });
      if (this.careful) return;
    }
  }

  /** What is first in line may be more than the server can take; it does not hold up the others for ever. */
  private doubt(id = this.first): boolean {
    if (!id) return false;
    this.careful = true;
    const doubts = (this.doubts.get(id) ?? 0) + 1;
    this.doubts.set(id, doubts);
    if (doubts >= MOST_DOUBTS) this.refuse(id, this.page.say("not_sent"));
    return this.waiting.has(id);
  }

  private refuse(id: string, words: string): void {
    this.settle(id, { chosen: "", warnings: [], refused: words });
  }

  private settle(id: string, answer: Omit<Answer, "id" | "fields">): void {
    const fields = this.waiting.get(id);
    if (!fields) return;
    this.waiting.delete(id);
    this.doubts.delete(id);
    this.tell();
    for (const ear of this.ears) ear({ id, fields, ...answer });
    if (this.careful) this.sendAll();
    this.careful &&= this.waiting.size > 0;
  }

  /** Without a line: as the forms would. Then the page anew, unless there is more to say on it. */
  private async postAll(): Promise<void> {
    if (this.posting) return;
    this.posting = true;
    const done = new Map<string, string>();
    let isAllDrawn = true;
    for (const [id, fields] of [...this.waiting]) {
      const answer = await post(this.page, id, fields);
      if (answer.drawn) done.set(id, answer.drawn);
      else isAllDrawn = false;
      if (answer.refused !== null) this.refuse(id, answer.refused);
      else if (answer.broke) this.doubt(id);
    }
    this.posting = false;
    const last = [...done.values()].pop();
    if (isAllDrawn && last && done.size === this.waiting.size) return this.leaveFor(last);
    for (const [id, address] of done) {
      const chosen = new URL(address).searchParams.get("gekozen") ?? "";
      this.settle(id, { chosen, warnings: [], refused: null });
    }
    if (done.size) this.posted();
    if (this.waiting.size) setTimeout(() => this.connection.state === "absent" && void this.postAll(), POST_AGAIN);
  }

  private leaveFor(address: string): void {
    this.waiting.clear();
    location.assign(address);
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher(this.waiting.size);
  }
}

function isTooLong(id: string, fields: Fields): boolean {
  return new TextEncoder().encode(JSON.stringify({ t: "edit", id, fields })).length > LONGEST;
}
