// What was refused after its form had gone on: why, and what was typed, until somebody closes it.
import { make, type MapPage } from "./page";

/** Each a label and the words under it. */
export type Typed = [string, string][];

const WRITTEN = "input:not([type]), input[type=text], textarea";

type Field = HTMLInputElement | HTMLTextAreaElement;

export function typedIn(form: HTMLFormElement): Typed {
  const fields = [...form.querySelectorAll<Field>(WRITTEN)].filter(({ value }) => value.trim());
  return fields.map((field) => [field.labels?.[0]?.textContent?.trim() ?? "", field.value]);
}

export class TakenBack {
  constructor(private readonly page: MapPage) {}

  put(why: string, typed: Typed): void {
    const { page } = this;
    const told = make("div", "taken-back");
    told.append(make("p", "", page.say("taken_back", { why })));
    if (typed.length) told.append(list(typed));
    const close = make("button", "button-link", page.say("close"));
    close.type = "button";
    close.addEventListener("click", () => {
      told.remove();
      page.sheet.querySelector<SVGAElement>("a.thing[tabindex='0']")?.focus({ preventScroll: true });
    });
    told.append(close);
    page.part("banner")?.append(told);
  }
}

function list(typed: Typed): HTMLDListElement {
  const made = make("dl");
  for (const [label, words] of typed) made.append(make("dt", "", label), make("dd", "", words));
  return made;
}
