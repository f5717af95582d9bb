import type { ChatFilterFailure, ChatHold, ChatMessage, ChatRole } from './chat';

/** Somebody as the chat knows them. */
export interface ChatPerson {
  userId: string;
  name: string;
}

/** What owner and moderators set. Posting always needs an account. */
export interface ChatSettings {
  /** 0 to 120: least time between two messages of one viewer. */
  slowModeSeconds: number;
  /** At most 200 of 1 to 50 characters, found whole and whatever their case, accents and look-alike letters. */
  blockedTerms: string[];
  hold: ChatHold;
  ifFilterFails: ChatFilterFailure;
  /** Only owner and moderators may write. */
  closed: boolean;
}

export type ChatHoldReason = 'all' | 'link' | 'filterFailed';

/** A message that waits for review. */
export interface HeldMessage {
  id: string;
  author: ChatPerson;
  text: string;
  at: string;
  why: ChatHoldReason;
}

export interface ChatBan {
  user: ChatPerson;
  at: string;
}

export interface ChatTimeOut {
  user: ChatPerson;
  until: string;
}

/** What owner and moderators see of a room. */
export interface ChatModeration {
  you: ChatRole;
  settings: ChatSettings;
  pinned: ChatMessage | null;
  moderators: ChatPerson[];
  /** Newest first. */
  bans: ChatBan[];
  /** The one that ends first comes first. */
  timeouts: ChatTimeOut[];
  /** Oldest first. */
  held: HeldMessage[];
}

export type ChatActKind =
  | 'deletedMessage' | 'clearedRoom' | 'timedOutUser' | 'bannedUser' | 'unbannedUser' | 'changedSettings' | 'approvedHeld' | 'rejectedHeld'
  | 'pinnedMessage' | 'unpinnedMessage' | 'appointedModerator' | 'dismissedModerator' | 'undid';

/** Who did what to whom, and when. */
export interface ChatAuditEntry {
  id: string;
  at: string;
  actor: ChatPerson;
  kind: ChatActKind;
  /** To whom; the author of a message; null for acts on the room. */
  user: ChatPerson | null;
  messageId: string | null;
  /** The message's text at that time; the new settings in words; of an undo, the kind of what it took back. */
  text: string | null;
  reason: string | null;
  /** End of a time-out. */
  until: string | null;
  undoes: string | null;
  undoneBy: string | null;
  undoable: boolean;
}

/** An act is done, and durable. */
export interface ChatActed {
  /** To undo it by; null when there was nothing to do. */
  auditId: string | null;
}
