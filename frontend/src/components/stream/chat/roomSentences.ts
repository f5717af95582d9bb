import type { ChatRoomInfo, ChatStanding } from '@/types';

const failures = {
  hold: 'If the word filter fails, messages wait for review.',
  letThrough: 'If the word filter fails, messages go through unchecked.',
  refuse: 'If the word filter fails, messages are refused.',
};

/** What readers should know of the rules of a room, each only for those whom it concerns. */
export function roomSentences({ slowModeSeconds, hold, closed, ifFilterFails }: ChatRoomInfo, you: ChatStanding | null): string[] {
  const moderates = you !== null && you.role !== 'viewer';
  const sentences: string[] = [];
  if (closed) sentences.push(moderates ? 'The chat is closed: only you and the other moderators can write.' : 'The chat is closed.');
  if (slowModeSeconds > 0) sentences.push(`Slow mode: one message every ${slowModeSeconds === 1 ? 'second' : `${slowModeSeconds} seconds`}.`);
  if (hold === 'all') sentences.push('Messages are reviewed before they appear.');
  if (hold === 'links') sentences.push('Messages with links are reviewed before they appear.');
  if (moderates) sentences.push(failures[ifFilterFails]);
  return sentences;
}

/** Why the server ended the connection; it comes back by itself. */
export function lossSentence(reason: string | null): string {
  switch (reason) {
    case 'too_slow':
      return 'The chat was faster than your connection. Coming back…';
    case 'drain':
      return 'The server is being restarted. Coming back…';
    case 'too_many_connections':
      return 'There are too many connections from your network. Coming back…';
    case 'message_too_large':
      return 'Something that this page sent was too large. Coming back…';
    default:
      return 'The connection is lost. Coming back…';
  }
}

/** Why the room is not there; it is asked again by itself. */
export function absenceSentence(code: string | null): string {
  switch (code) {
    case 'not_found':
      return 'This chat is not here any more.';
    case 'too_many_streams':
      return 'This page has too many streams open. The chat is tried again by itself.';
    case 'too_many_calls':
      return 'That was a little too fast. The chat is tried again by itself.';
    default:
      return 'The chat does not answer at the moment. It is tried again by itself.';
  }
}
