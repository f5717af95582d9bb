/** Live chat as the hub and the API write it (`docs/hub.md`). Times are ISO 8601 in UTC. */

export type ChatRole = 'viewer' | 'moderator' | 'owner';
export type ChatHold = 'off' | 'all' | 'links';
export type ChatFilterFailure = 'hold' | 'letThrough' | 'refuse';

export interface ChatMessage {
  /** Its place in the room: from 1, never used twice. */
  seq: number;
  /** What moderation names it by. */
  id: string;
  userId: string;
  userName: string;
  role: ChatRole;
  text: string;
  sentAt: string;
}

/** Takes away what was said before the number `seq`: that one message, all of one person, or, with neither, everything. */
export interface ChatRemoval {
  seq: number;
  message: number | null;
  userId: string | null;
}

/** The removal with the number `undoes` was taken back; the newest of the messages that are seen again, by number. */
export interface ChatRestoration {
  seq: number;
  undoes: number;
  messages: ChatMessage[];
}

export interface ChatRoomInfo {
  /** Seconds between two messages of one viewer; 0 for none. */
  slowModeSeconds: number;
  hold: ChatHold;
  ifFilterFails: ChatFilterFailure;
  closed: boolean;
  pinned: ChatMessage | null;
}

/** What the room holds of the reader. */
export interface ChatStanding {
  role: ChatRole;
  banned: boolean;
  timedOutUntil: string | null;
  /** How many messages wait for review; null for viewers. */
  held: number | null;
}

/** Covers the numbers `from` to `to`; none (`from` = `to` + 1) when it has reactions and news of the room alone. */
export interface ChatBatch {
  streamId: string;
  from: number;
  to: number;
  messages: ChatMessage[];
  removed: ChatRemoval[];
  restored: ChatRestoration[];
  /** How often each emoji was sent since the batch before. */
  reactions: Record<string, number>;
  /** When it has changed. */
  room: ChatRoomInfo | null;
  viewers: number | null;
}

export interface ChatSnapshot {
  streamId: string;
  /** Number of the newest entry that this covers; 0 in a room without any. */
  last: number;
  messages: ChatMessage[];
  removed: ChatRemoval[];
  restored: ChatRestoration[];
  /** More has happened than this tells: what was shown is to be forgotten. */
  gap: boolean;
  room: ChatRoomInfo;
  you: ChatStanding;
}

/** Why the room did not answer; `retryAfter` in seconds. */
export interface ChatProblem {
  code: string;
  retryAfter: number | null;
}

export interface ChatJoin {
  chat: ChatSnapshot | null;
  chatProblem: ChatProblem | null;
}

export interface ChatRefusal {
  code: string;
  message: string;
  /** Seconds after which it may end differently; null where time does not mend it. */
  retryAfter: number | null;
}

export interface ChatSendAnswer {
  seq: number | null;
  id: string | null;
  sentAt: string | null;
  /** It waits for review and has no number. */
  held: boolean;
  refused: ChatRefusal | null;
}

/** A page of older messages, by number; `next` is the `before` of the page before it. */
export interface ChatPage {
  items: ChatMessage[];
  next: number | null;
}

/** A message beside a recording: `at` is its second there. */
export interface ReplayMessage extends ChatMessage {
  at: number;
}

export const chatEmojis = ['❤️', '🔥', '👏', '😂', '😮', '🎉'] as const;
