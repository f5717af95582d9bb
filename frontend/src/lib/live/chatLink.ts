import type { ChatBatch, ChatJoin, ChatStanding } from '@/types';

/** What the realtime connection tells one chat room. */
export interface ChatLink {
  /** Number of the newest entry that the room has; null before the first join. Joining again resumes after it. */
  last: () => number | null;
  /** The answer to a join, also to one that was asked for again. */
  joined: (answer: ChatJoin) => void;
  batch: (batch: ChatBatch) => void;
  standing: (standing: ChatStanding) => void;
  /** The connection is gone, with the reason that the server gave for it, if it gave one. It comes back by itself. */
  lost: (reason: string | null) => void;
}
