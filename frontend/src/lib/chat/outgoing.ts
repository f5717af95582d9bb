import type { ChatRefusal } from '@/types';

/**
 * `waiting`: is sent as soon as the room is there. `sending`: on its way. `held`: waits for a moderator. `sent`: durable, and shown
 * here until it arrives with the others. `refused`: was not taken, its text is kept.
 */
export type OutgoingState = 'waiting' | 'sending' | 'sent' | 'held' | 'refused';

/** A message of the reader's own that has not arrived with the others yet. */
export interface OutgoingMessage {
  clientId: string;
  text: string;
  /** When it was written, in milliseconds since 1970. */
  at: number;
  state: OutgoingState;
  /** Only when refused. */
  refusal: ChatRefusal | null;
}
