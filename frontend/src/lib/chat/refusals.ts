import type { ChatRefusal } from '@/types';

const sentences: Record<string, string> = {
  sign_in_required: 'Sign in to write.',
  banned: 'You may not write in this chat any more.',
  timed_out: 'You may not write for a while.',
  chat_closed: 'The chat is closed.',
  empty: 'There is nothing in this message that can be shown.',
  too_long: 'This message is too long.',
  blocked_term: 'This message has a word that is not wanted in this chat.',
  slow_mode: 'Slow mode: not so soon after your last message.',
  rate_limited: 'That was a little too fast.',
  room_busy: 'The chat is very busy right now.',
  too_many_calls: 'That was a little too fast.',
  not_found: 'This chat is not here any more.',
  not_joined: 'The chat was not ready.',
  lost: 'The connection broke, so it was not sent.',
  unavailable: 'The chat does not answer at the moment.',
  internal_error: 'Something went wrong here, so it was not sent.',
};

/** These have more than one cause; the server says which, if it had the time to. */
const manifold = new Set(['rate_limited', 'room_busy', 'unavailable']);

/** With the same text it may be taken later. */
const passing = new Set(['timed_out', 'chat_closed', 'slow_mode', 'rate_limited', 'room_busy', 'too_many_calls', 'not_joined', 'lost', 'unavailable', 'internal_error', 'sign_in_required']);

export function refusalSentence({ code, message }: Pick<ChatRefusal, 'code' | 'message'>): string {
  if (manifold.has(code) && message !== '') return message;
  return sentences[code] ?? (message === '' ? 'This message was not taken.' : message);
}

export function mayRetry({ code }: Pick<ChatRefusal, 'code'>): boolean {
  return passing.has(code);
}

/** With other words it may be taken. */
export function mayEdit({ code }: Pick<ChatRefusal, 'code'>): boolean {
  return code === 'blocked_term' || code === 'too_long' || code === 'empty';
}
