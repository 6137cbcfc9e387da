// Every form that draws goes over the line; without one it waits, or is posted as ever.
import type { Connection } from "./connection";
import { type Fields, make, type MapPage, newId } from "./page";
import { TakenBack, typedIn, type Typed } from "./taken-back";
import type { Panel } from "./panel";
import type { Answer, Queue } from "./queue";
import type { Selection } from "./select";

const NOT_DRAWN = new Set(["csrfmiddlewaretoken", "edit_id", "next"]);
const SLOW = 400;

/** A form that was sent; `isEmptied` when it may be used for a next one already. */
interface Sent {
  form: HTMLFormElement;
  typed: Typed;
  isEmptied: boolean;
}

export class Forms {
  /** True when somebody else says it, for a form that is not shown itself. */
  complainElsewhere: (form: HTMLFormElement, words: string) => boolean = () => false;
  private readonly sent = new Map<string, Sent>();
  private readonly takenBack: TakenBack;
  private readonly ears: ((id: string, fields: Fields, form: HTMLFormElement) => void)[] = [];

  constructor(
    private readonly page: MapPage,
    private readonly connection: Connection,
    private readonly queue: Queue,
    private readonly panel: Panel,
    private readonly selection: Selection,
  ) {
    this.takenBack = new TakenBack(page);
    document.addEventListener("submit", (event) => this.submitted(event));
    queue.onAnswer((answer) => this.answered(answer));
  }

  /** When a form goes on its way, before anything is sent. */
  onSent(ear: (id: string, fields: Fields, form: HTMLFormElement) => void): void {
    this.ears.push(ear);
  }

  /** True when the form went over the line; false when the page must post it. */
  send(form: HTMLFormElement, button: HTMLElement | null = null): boolean {
    if (!this.connection.takesEdits) return false;
    const id = newId();
    const fields = fieldsOf(form, button);
    const sent = { form, typed: typedIn(form), isEmptied: false };
    this.sent.set(id, sent);
    form.querySelector(".error.from-line")?.remove();
    for (const ear of this.ears) ear(id, fields, form);
    this.queue.add(fields, id);
    if (this.sent.has(id)) this.wait(id, sent);
    return true;
  }

  private submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (!form.matches("form[data-gesture]") || event.defaultPrevented) return;
    if (this.isOnItsWay(form) || this.send(form, event.submitter)) event.preventDefault();
  }

  /** A second click sends nothing twice. */
  private isOnItsWay(form: HTMLFormElement): boolean {
    return form.getAttribute("aria-busy") === "true" && this.connection.state === "up";
  }

  private wait(id: string, sent: Sent): void {
    const { form } = sent;
    if (this.connection.state !== "up") {
      sent.isEmptied = true;
      if (this.page.panel?.contains(form)) this.written(form);
      return;
    }
    form.setAttribute("aria-busy", "true");
    setTimeout(() => this.sent.has(id) && form.setAttribute("data-slow", this.page.say("slow")), SLOW);
  }

  /** The form may be used for a next one; what it held is on its way. */
  private written(form: HTMLFormElement): void {
    form.reset();
    this.panel.sent();
  }

  private answered({ id, chosen, refused, warnings, fields }: Answer): void {
    const sent = this.sent.get(id);
    const form = sent?.form;
    this.sent.delete(id);
    form?.removeAttribute("aria-busy");
    form?.removeAttribute("data-slow");
    if (refused !== null) return this.refused(sent, refused);
    if (warnings.length) this.page.tell(warnings.join(" "));
    if (form && this.page.panel?.contains(form)) this.written(form);
    const removed = fields.do?.[0] === "remove" && fields.thing?.[0] === this.selection.id;
    if (chosen) this.selection.choose(chosen, { focus: true });
    else if (removed) this.selection.choose("", {});
    else if (this.panel.isForm) this.selection.choose(this.selection.id);
    else void this.panel.refresh();
  }

  /** Where it was drawn, with what was typed; or apart from the form, when that holds other words now. */
  private refused(sent: Sent | undefined, words: string): void {
    if (!sent) return this.page.tell(this.page.say("taken_back", { why: words }));
    const { form, typed, isEmptied } = sent;
    if (isEmptied || String(typed) !== String(typedIn(form))) return this.takenBack.put(words, typed);
    if (this.complainElsewhere(form, words)) return;
    if (form.isConnected && form.checkVisibility()) complain(form, words);
    else this.takenBack.put(words, typed);
  }
}

function fieldsOf(form: HTMLFormElement, button: HTMLElement | null): Fields {
  const fields: Fields = {};
  for (const [name, value] of new FormData(form, button)) {
    if (NOT_DRAWN.has(name) || typeof value !== "string") continue;
    (fields[name] ??= []).push(value);
  }
  return fields;
}

/** Says at the form itself what was wrong; everything that was typed is still there. */
function complain(form: HTMLFormElement, words: string): void {
  form.querySelector(".error.from-line")?.remove();
  const told = make("p", "error from-line", words);
  told.setAttribute("role", "alert");
  form.prepend(told);
}
