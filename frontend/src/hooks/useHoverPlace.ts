import { useState, type PointerEvent } from 'react';

export interface HoverPlace {
  /** From the left edge (0) to the right one (1). */
  at: number;
  /** Of the element, in pixels. */
  width: number;
}

/** Where the mouse is across an element. A mouse only: touch scrolls, and the keyboard has other ways. */
export function useHoverPlace() {
  const [place, setPlace] = useState<HoverPlace | null>(null);
  const onPointerMove = ({ pointerType, clientX, currentTarget }: PointerEvent) => {
    if (pointerType !== 'mouse') return;
    const { left, width } = currentTarget.getBoundingClientRect();
    setPlace({ at: Math.min(1, Math.max(0, (clientX - left) / width)), width });
  };
  return { place, handlers: { onPointerMove, onPointerLeave: () => setPlace(null) } };
}
