import { ChatPause } from '@/lib/moderation/chatPause';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import { logIn, rowSelector } from './chatRows';

/** A pointer that rests so long does not aim any more. */
const restMs = 4_000;

/** Lets the chat in a box stand still while pointer or keyboard are at one of its messages, or at what was opened on it. Answers what ends that. */
export function pauseWhileAiming(room: ChatRoom, box: HTMLElement): () => void {
  const pause = new ChatPause(room, () => logIn(box));
  let rest: ReturnType<typeof setTimeout> | undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let queued = false;

  const endPointer = () => {
    clearTimeout(rest);
    pause.set('pointer', false);
  };
  const onPointerMove = ({ pointerType, target }: PointerEvent) => {
    if (pointerType !== 'mouse' || !(target instanceof Element) || target.closest(rowSelector) === null) return;
    clearTimeout(rest);
    rest = setTimeout(endPointer, restMs);
    pause.set('pointer', true);
  };
  const onPointerOut = ({ relatedTarget }: PointerEvent) => {
    if (relatedTarget instanceof Element && logIn(box)?.contains(relatedTarget)) return;
    // It may have gone because a menu was opened below it.
    look();
    endPointer();
  };
  const onKeyDown = ({ target }: KeyboardEvent) => {
    // Whoever writes wants to see it appear.
    if (target instanceof HTMLTextAreaElement) endPointer();
  };
  const look = () => {
    const active = document.activeElement;
    const atRow = box.contains(active) && active?.closest(rowSelector) != null;
    pause.set('focus', atRow || box.querySelector('[role="menu"], dialog[open]') !== null);
  };
  // The focus goes from row to menu to dialog by way of nothing: it is looked at once it has arrived.
  const onFocusMoves = () => {
    clearTimeout(looking);
    looking = setTimeout(look);
  };
  const stop = room.view.subscribe(() => {
    if (queued) return;
    queued = true;
    queueMicrotask(() => {
      queued = false;
      pause.check();
    });
  });

  box.addEventListener('pointermove', onPointerMove);
  box.addEventListener('pointerout', onPointerOut);
  box.addEventListener('keydown', onKeyDown);
  box.addEventListener('focusin', onFocusMoves);
  box.addEventListener('focusout', onFocusMoves);
  return () => {
    clearTimeout(looking);
    endPointer();
    pause.set('focus', false);
    stop();
    box.removeEventListener('pointermove', onPointerMove);
    box.removeEventListener('pointerout', onPointerOut);
    box.removeEventListener('keydown', onKeyDown);
    box.removeEventListener('focusin', onFocusMoves);
    box.removeEventListener('focusout', onFocusMoves);
  };
}
