/**
 * Keeps the keyboard's place in a list whose rows come and go by themselves: when the row that has the focus is taken away, the focus goes to
 * the one that came after it, or else before it, or else to what stands for the list. Answers what ends that.
 * @param rest Answers that.
 */
export function keepRowFocus(list: HTMLElement, selector: string, rest: () => HTMLElement | null = () => list): () => void {
  let rows: Element[] = [];
  let at = -1;

  const note = () => {
    rows = [...list.querySelectorAll(selector)];
    at = rows.findIndex((row) => row.contains(document.activeElement));
  };
  const onFocusOut = ({ relatedTarget }: FocusEvent) => {
    // Gone to something else, by the reader's own will. Without a target the row may just have been taken away.
    if (relatedTarget instanceof Node && !list.contains(relatedTarget)) at = -1;
  };
  const onPointerDown = ({ target }: PointerEvent) => {
    if (target instanceof Node && !list.contains(target)) at = -1;
  };
  const observer = new MutationObserver(() => {
    const lost = at >= 0 && document.activeElement === document.body && rows[at]?.isConnected === false;
    if (lost) {
      const after = rows.slice(at).find((row) => row.isConnected);
      const before = rows.slice(0, at).findLast((row) => row.isConnected);
      const next = after ?? before ?? rest();
      if (next instanceof HTMLElement) next.focus();
    }
    if (lost || list.contains(document.activeElement)) note();
  });

  list.addEventListener('focusin', note);
  list.addEventListener('focusout', onFocusOut);
  document.addEventListener('pointerdown', onPointerDown, true);
  observer.observe(list, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    list.removeEventListener('focusin', note);
    list.removeEventListener('focusout', onFocusOut);
    document.removeEventListener('pointerdown', onPointerDown, true);
  };
}

/** Moves the focus from row to row with the arrows, Home and End; answers whether the key was one of them. */
export function moveRowFocus(list: HTMLElement, selector: string, key: string): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>(selector)];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  const next = ((): number | null => {
    switch (key) {
      case 'ArrowDown':
        return Math.min(at + 1, rows.length - 1);
      case 'ArrowUp':
        return Math.max(at - 1, 0);
      case 'Home':
        return 0;
      case 'End':
        return rows.length - 1;
      default:
        return null;
    }
  })();
  if (next === null) return false;
  rows[next]?.focus();
  return true;
}
