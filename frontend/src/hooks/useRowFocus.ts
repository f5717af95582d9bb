import { useEffect, type RefObject } from 'react';
import { keepRowFocus } from '@/lib/dom/rowFocus';

/** Keeps the keyboard's place in what is there as long as its component. */
export function useRowFocus(list: RefObject<HTMLElement | null>, selector: string): void {
  useEffect(() => (list.current ? keepRowFocus(list.current, selector) : undefined), [list, selector]);
}
