import { useCallback, useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';

interface ActiveRow {
  /** Number of the message that pointer or keyboard are on. */
  active: number | null;
  handlers: {
    onPointerOver: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onFocus: (event: FocusEvent) => void;
    onBlur: (event: FocusEvent) => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

/**
 * The row that somebody is on: under the pointer, or chosen with the up and down keys. It stays while the focus is in it; while the focus is on the
 * row itself, the pointer chooses another one by being moved, not by what goes by below it.
 */
export function useActiveRow(box: RefObject<HTMLDivElement | null>, onLeave: () => void): ActiveRow {
  const [active, setActive] = useState<number | null>(null);
  const pointer = useRef<{ x: number; y: number } | null>(null);
  const focusedRow = useCallback(() => (box.current?.contains(document.activeElement) === true ? rowOf(document.activeElement) : null), [box]);
  const onPointerOver = ({ target, screenX: x, screenY: y }: PointerEvent) => {
    const before = pointer.current;
    pointer.current = { x, y };
    const isMoved = before !== null && (before.x !== x || before.y !== y);
    const focused = focusedRow();
    if (focused === null) setActive(seqOf(rowOf(target)));
    else if (isMoved && document.activeElement === focused) setActive(seqOf(rowOf(target) ?? focused));
  };
  const onPointerLeave = () => setActive(seqOf(focusedRow()));
  const onFocus = ({ target }: FocusEvent) => {
    const row = rowOf(target);
    if (row) setActive(seqOf(row));
  };
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    if (!box.current?.contains(relatedTarget)) setActive(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      box.current?.focus();
      setActive(null);
      onLeave();
      return;
    }
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    const here = rowOf(event.target);
    // In a menu of the row these keys have another meaning.
    if (step === 0 || event.defaultPrevented || (event.target !== box.current && event.target !== here)) return;
    const rows = [...(box.current?.querySelectorAll<HTMLElement>('[data-seq]') ?? [])];
    const next = here ? rows[rows.indexOf(here as HTMLElement) + step] : step < 0 ? rows.at(-1) : undefined;
    if (!next) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  };
  return { active, handlers: { onPointerOver, onPointerLeave, onFocus, onBlur, onKeyDown } };
}

function rowOf(target: EventTarget | Element | null): Element | null {
  return target instanceof Element ? target.closest('[data-seq]') : null;
}

function seqOf(row: Element | null): number | null {
  return row ? Number(row.getAttribute('data-seq')) : null;
}
