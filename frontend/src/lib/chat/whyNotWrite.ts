import type { ChatRoomInfo, ChatStanding } from '@/types';

/** Why the reader cannot write at all; null when they can. `at` is when that ends, in milliseconds since 1970. */
export type WriteBar = { kind: 'sign-in' | 'banned' | 'closed' } | { kind: 'timed-out'; at: number };

export function whyNotWrite(signedIn: boolean, you: ChatStanding | null, room: ChatRoomInfo | null, now: number): WriteBar | null {
  if (!signedIn) return { kind: 'sign-in' };
  if (you?.banned) return { kind: 'banned' };
  const until = you?.timedOutUntil ? Date.parse(you.timedOutUntil) : 0;
  if (until > now) return { kind: 'timed-out', at: until };
  // Owner and moderators go on writing in a closed chat.
  return room?.closed && (you?.role ?? 'viewer') === 'viewer' ? { kind: 'closed' } : null;
}
