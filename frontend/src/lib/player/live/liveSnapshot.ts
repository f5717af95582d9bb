import type { Level } from '../engine';
import type { PlayerError } from '../errors';

export interface LiveSnapshot {
  /** `waiting`: it stopped arriving, and is tried again by itself. `error`: it will not play here. */
  phase: 'loading' | 'ready' | 'waiting' | 'error';
  error: PlayerError | null;
  playing: boolean;
  /** The picture stands still because data is missing. */
  buffering: boolean;
  /** Seconds since the first moment that can be watched. */
  time: number;
  /** Seconds that can be watched. */
  duration: number;
  bufferedTo: number;
  /** Seconds behind the newest moment. */
  behind: number;
  atLive: boolean;
  /** Seconds between the moment and its picture; null while nothing plays. */
  latency: number | null;
  /** When the picture was taken, in milliseconds since 1970; null without dates in the playlist. */
  shownAt: number | null;
  /** The broadcast has ended; what there is can still be watched. */
  finished: boolean;
  /** ... and was watched to its end. */
  over: boolean;
  volume: number;
  muted: boolean;
  /** The browser allowed no sound before the page was touched. */
  silenced: boolean;
  levels: Level[];
  /** The chosen level, -1 for automatic. */
  level: number;
  activeHeight: number | null;
}

export const emptyLiveSnapshot: LiveSnapshot = {
  phase: 'loading', error: null, playing: false, buffering: false, time: 0, duration: 0, bufferedTo: 0, behind: 0, atLive: true, latency: null, shownAt: null,
  finished: false, over: false, volume: 1, muted: false, silenced: false, levels: [], level: -1, activeHeight: null,
};
