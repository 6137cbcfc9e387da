// Edits that the server has not answered yet, in the order in which they were made.
import type { Connection } from "./connection";
import { type Fields, type MapPage, newId } from "./page";

export interface Answer {
  id: string;
  fields: Fields;
  chosen: string;
  warnings: string[];
  refused: string | null;
}

export class Queue {
  private readonly waiting = new Map<string, Fields>();
  private readonly ears: ((answer: Answer) => void)[] = [];
  private readonly watchers: ((count: number) => void)[] = [];

  constructor(
    private readonly page: MapPage,
    private readonly connection: Connection,
  ) {
    connection.on("done", ({ id, chosen, warnings }) => this.settle(id, { chosen: chosen ?? "", warnings: warnings ?? [], refused: null }));
    connection.on("refused", ({ id, words }) => this.settle(id, { chosen: "", warnings: [], refused: words }));
    connection.watch((state) => {
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
    this.connection.send({ t: "edit", id, fields });
    this.tell();
    return id;
  }

  private sendAll(): void {
    for (const [id, fields] of this.waiting) this.connection.send({ t: "edit", id, fields });
  }

  private settle(id: string, answer: Omit<Answer, "id" | "fields">): void {
    const fields = this.waiting.get(id);
    if (!fields) return;
    this.waiting.delete(id);
    this.tell();
    for (const ear of this.ears) ear({ id, fields, ...answer });
  }

  /** Without a line: as the forms would, and then the page anew. */
  private async postAll(): Promise<void> {
    let address = location.href;
    for (const [id, fields] of [...this.waiting]) {
      const body = new URLSearchParams({ csrfmiddlewaretoken: this.page.token, edit_id: id });
      for (const [name, values] of Object.entries(fields)) for (const value of values) body.append(name, value);
      const answer = await fetch(this.page.root.dataset.drawUrl ?? "", { method: "POST", body }).catch(() => null);
      if (!answer?.ok) return this.settle(id, { chosen: "", warnings: [], refused: this.page.say("not_sent") });
      this.waiting.delete(id);
      address = answer.url;
    }
    location.assign(address);
  }

  private tell(): void {
    for (const watcher of this.watchers) watcher(this.waiting.size);
  }
}
