import type { MouseEvent } from 'react';

/** A button among the messages goes away when it is pressed: the focus stays in their list. */
export function toLog({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
}
