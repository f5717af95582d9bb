import type { ChatRoomInfo, ChatStanding } from '@/types';
import type { MessageBlock } from './messageList';
import type { OutgoingMessage } from './outgoing';

/**
 * What a room shows; a new object with every change, at most about twelve a second. Whatever did not change is the same object as
 * before, so that rows, blocks and panels may be memoized by identity.
 */
export interface ChatView {
  /** `joining`: nothing is known yet. `lost`: the connection is gone and comes back by itself. `unavailable`: the room does not answer and is asked again. */
  phase: 'joining' | 'ready' | 'lost' | 'unavailable';
  /** Why the server ended the connection, while it is lost; why the room does not answer, while it is unavailable. */
  reason: string | null;
  /** What is shown, oldest first, in blocks of neighbours; `messagesOf` makes one list of them. */
  blocks: readonly MessageBlock[];
  count: number;
  /** Number of the message before which some are missing, until older ones are loaded; null for none. */
  missingBefore: number | null;
  /** There are older messages than the first one shown. */
  hasOlder: boolean;
  older: 'idle' | 'loading' | 'failed';
  /** The newest messages are shown as they come. */
  following: boolean;
  /** Messages that came while not following. */
  unread: number;
  /** The last one shown is not the newest there is: too many came while the reader was further up. */
  detached: boolean;
  outbox: readonly OutgoingMessage[];
  room: ChatRoomInfo | null;
  you: ChatStanding | null;
  viewers: number | null;
  /** Until then slow mode (or another limit of pace) takes no message of the reader, in milliseconds since 1970; 0 for no such limit. */
  waitUntil: number;
}

export const emptyChatView: ChatView = {
  phase: 'joining', reason: null, blocks: [], count: 0, missingBefore: null, hasOlder: false, older: 'idle', following: true, unread: 0,
  detached: false, outbox: [], room: null, you: null, viewers: null, waitUntil: 0,
};
