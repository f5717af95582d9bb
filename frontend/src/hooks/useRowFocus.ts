import { useEffect, type RefObject } from 'react';
import { keepRowFocus } from './rowFocus';

/** @param present Whether the list is there at all: it may come later. */
export function useRowFocus(list: RefObject<HTMLElement | null>, selector: string, present: boolean): void {
  useEffect(() => (present && list.current ? keepRowFocus(list.current, selector) : undefined), [list, selector, present]);
}
