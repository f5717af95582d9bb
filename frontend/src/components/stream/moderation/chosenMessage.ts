import type { ChatMessage } from '@/types';

/** A message whose menu is open, and what it was opened on. */
export interface ChosenMessage {
  message: ChatMessage;
  opener: HTMLElement;
  place: DOMRect;
}

export function choose(message: ChatMessage, opener: HTMLElement): ChosenMessage {
  return { message, opener, place: opener.getBoundingClientRect() };
}
