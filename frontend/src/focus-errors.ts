const marked = "[data-autofocus-error]";

function focusFirst(): void {
  const summary = document.querySelector<HTMLElement>(marked);
  if (!summary) return;
  if (!summary.hasAttribute("tabindex")) summary.tabIndex = -1;
  summary.focus();
}

/** Moves the focus to the list of mistakes, after loading a page. */
export function focusErrors(): void {
  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", focusFirst, { once: true });
  } else {
    focusFirst();
  }
}
