import type { Caption, Level } from './engine';
import type { PlayerError } from './errors';

export interface PlayerSnapshot {
  phase: 'loading' | 'ready' | 'error';
  playing: boolean;
  /** The picture stands still because data is missing. */
  buffering: boolean;
  ended: boolean;
  /** Seconds. */
  time: number;
  duration: number;
  bufferedTo: number;
  /** More is still being made. */
  growing: boolean;
  volume: number;
  muted: boolean;
  rate: number;
  levels: Level[];
  /** The chosen level, -1 for automatic. */
  level: number;
  activeHeight: number | null;
  captions: Caption[];
  /** The chosen caption, -1 for none. */
  caption: number;
  storyboard: string | null;
  error: PlayerError | null;
}

export const emptySnapshot: PlayerSnapshot = {
  phase: 'loading', playing: false, buffering: false, ended: false, time: 0, duration: 0, bufferedTo: 0, growing: false,
  volume: 1, muted: false, rate: 1, levels: [], level: -1, activeHeight: null, captions: [], caption: -1, storyboard: null, error: null,
};
