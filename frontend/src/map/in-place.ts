// A small field in the drawing itself: a name and Enter, or only Enter. Esc leaves it.
import { make, type MapPage } from "./page";
import { onCanvas } from "./where";

const WIDE = 248;
const GAP = 8;

export interface InPlace {
  place: () => void;
  close: () => void;
}

interface Acts {
  words: string;
  wrong: string;
  send: () => void;
  closed: () => void;
}

export function openInPlace(page: MapPage, layer: HTMLElement, form: HTMLFormElement, button: HTMLElement, acts: Acts): InPlace {
  const box = make("form", "in-place");
  const title = make("p", "in-place-title", acts.words);
  title.id = "in-place-title";
  box.setAttribute("aria-labelledby", title.id);
  const name = make("input");
  name.name = "name";
  name.autocomplete = "off";
  name.setAttribute("aria-label", page.say("name"));
  name.placeholder = page.say("name");
  name.maxLength = 120;
  if (acts.wrong) name.value = valueOf(form, "name");
  const choices = choicesOf(form);
  const put = make("button", "utrecht-button utrecht-button--primary-action button-small", page.say("put"));
  const stop = make("button", "button-link", page.say("stop"));
  stop.type = "button";
  const row = make("div", "in-place-row");
  row.append(put, stop);
  const wrong = make("p", "error", acts.wrong);
  wrong.setAttribute("role", "alert");
  wrong.hidden = !acts.wrong;
  box.append(title, wrong, name, ...choices, row);

  const close = (focus = false): void => {
    box.remove();
    acts.closed();
    if (focus) page.sheet.querySelector<SVGAElement>("a.thing[aria-current]")?.focus({ preventScroll: true });
  };
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    performance.mark("map:enter");
    fill(form, "name", name.value.trim());
    for (const one of box.querySelectorAll<HTMLInputElement>("input[type=radio]:checked")) fill(form, one.name, one.value);
    close(true);
    acts.send();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close(true);
    event.stopPropagation();
  });
  stop.addEventListener("click", () => close(true));
  layer.append(box);
  putAt(layer, box, button);
  name.focus({ preventScroll: true });
  box.scrollIntoView({ block: "nearest", inline: "nearest" });
  return { place: () => putAt(layer, box, button), close: () => close() };
}

/** What the form in the panel lets one choose, smaller. */
function choicesOf(form: HTMLFormElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLFieldSetElement>("fieldset:has(input[type=radio])")].map((field) => {
    const group = make("fieldset", "in-place-choice");
    group.append(make("legend", "", field.querySelector("legend")?.textContent ?? ""));
    for (const one of field.querySelectorAll<HTMLInputElement>("input[type=radio]")) {
      const label = make("label");
      const radio = make("input");
      radio.type = "radio";
      radio.name = one.name;
      radio.value = one.value;
      radio.checked = one.checked;
      label.append(radio, make("span", "", one.labels?.[0]?.textContent?.trim() ?? one.value));
      group.append(label);
    }
    return group;
  });
}

function valueOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name);
  return field && "value" in field ? field.value : "";
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field && "value" in field) field.value = value;
}

/** Beside the button, and never beyond what one sees of the paper. */
function putAt(layer: HTMLElement, box: HTMLElement, button: HTMLElement): void {
  const canvas = layer.parentElement;
  if (!canvas) return;
  const from = onCanvas(canvas, button.getBoundingClientRect());
  const left = canvas.scrollLeft + GAP;
  const right = canvas.scrollLeft + canvas.clientWidth - WIDE - GAP;
  const bottom = Math.max(canvas.scrollHeight, canvas.clientHeight) - box.offsetHeight - GAP;
  box.style.left = `${Math.max(left, Math.min((from.left + from.right - WIDE) / 2, right))}px`;
  box.style.top = `${Math.max(GAP, Math.min(from.top, bottom))}px`;
}
