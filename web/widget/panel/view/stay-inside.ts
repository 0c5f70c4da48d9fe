/** Behind a panel that covers the page, the page is not to be reached: Tab goes round in the panel. */
export function stayInside(panel: HTMLElement, event: KeyboardEvent): void {
  const all = panel.querySelectorAll<HTMLElement>('button, input, textarea, a, [tabindex="0"]');
  const reachable = [...all].filter((each) => each.tabIndex >= 0 && each.checkVisibility());
  const [first, last] = [reachable[0], reachable.at(-1)];
  if (event.target === (event.shiftKey ? first : last)) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}
