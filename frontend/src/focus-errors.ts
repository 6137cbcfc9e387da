const marked = "[data-autofocus-error]";

function focusFirst(within: ParentNode): void {
  const summary = within.querySelector<HTMLElement>(marked);
  if (!summary) return;
  if (!summary.hasAttribute("tabindex")) summary.tabIndex = -1;
  summary.focus();
}

/** Moves the focus to the list of mistakes, after loading a page or a part of it. */
export function focusErrors(): void {
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => focusFirst(document), { once: true });
  } else {
    focusFirst(document);
  }
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target instanceof HTMLElement) focusFirst(event.target);
  });
}
