import type { LiveHub } from '@/lib/live/liveHub';
import type { ChatPage } from '@/types';
import type { PacerPorts } from './pacer';

/** What a room needs of the world; `later` and `frame` answer what cancels them. */
export interface ChatPorts extends PacerPorts {
  hub: Pick<LiveHub, 'joinChat' | 'rejoin' | 'sendChat' | 'react'>;
  /** Messages before a number, newest page first. */
  loadOlder: (streamId: string, before: number) => Promise<ChatPage>;
  codeOf: (error: unknown) => string;
  newId: () => string;
  random: () => number;
}
