// One edit sent as its form would be, under the id by which the server knows a second time again.
import type { Fields, MapPage } from "./page";

/** Where the page is that has it; or why not; or neither, and then it may have been drawn all the same. */
export interface Posted {
  drawn: string;
  refused: string | null;
  broke?: boolean; // the server did
}

const REASON = "#panel [role=alert] p, #panel .error, #panel .utrecht-form-field-error-message";

export async function post(page: MapPage, id: string, fields: Fields): Promise<Posted> {
  const body = new URLSearchParams({ csrfmiddlewaretoken: page.token, edit_id: id });
  for (const [name, values] of Object.entries(fields)) for (const value of values) body.append(name, value);
  const answer = await fetch(page.root.dataset.drawUrl ?? "", { method: "POST", body }).catch(() => null);
  if (!answer || answer.status >= 500) return { drawn: "", refused: null, broke: answer !== null };
  // Elsewhere than at the map, such as at the form to sign in, it was not drawn.
  if (answer.ok && new URL(answer.url).pathname === location.pathname) return { drawn: answer.url, refused: null };
  const said = answer.status === 422 ? reason(await answer.text()) : "";
  return { drawn: "", refused: said || page.say("not_sent") };
}

function reason(html: string): string {
  return new DOMParser().parseFromString(html, "text/html").querySelector(REASON)?.textContent?.trim() ?? "";
}
