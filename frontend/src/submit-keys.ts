/** Ctrl+Enter (Cmd+Enter on a Mac) sends the form in which somebody is typing. */
export function submitWithKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return;
    const field = event.target;
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement)) return;
    if (!field.form) return;
    event.preventDefault();
    const button = field.form.querySelector<HTMLButtonElement>("button[type=submit]:not([disabled]), button:not([type]):not([disabled])");
    field.form.requestSubmit(button);
  });
}
