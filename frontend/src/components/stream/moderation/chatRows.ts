/** A message in the chat. */
export const rowSelector = '[data-seq]';

/** The list of messages: not always the same, since the chat may be that of an earlier moment. */
export function logIn(box: Element): HTMLElement | null {
  return box.querySelector<HTMLElement>('[role="log"]');
}

/** Puts the focus on a message, or, when it is gone, on the first after it, the last before it, or the list. */
export function focusRow(box: Element, seq: number): void {
  const rows = [...box.querySelectorAll<HTMLElement>(rowSelector)];
  const row = rows.find((one) => Number(one.dataset.seq) >= seq) ?? rows.at(-1) ?? logIn(box);
  row?.focus({ preventScroll: true });
}
