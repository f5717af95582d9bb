import type { Capture } from './capture';
import type { BroadcastProblem } from './problem';

/**
 * `idle`: nothing is open. `asking`: the browser asks for permission. `ready`: the broadcaster sees himself, nothing is sent.
 * `stopped`: the server or the broadcaster's own browser ended it. `refused`: the server did not take it. `failed`: it could not go on.
 */
export type BroadcastPhase = 'idle' | 'asking' | 'ready' | 'connecting' | 'sending' | 'reconnecting' | 'stopped' | 'refused' | 'failed';

export interface BroadcastSnapshot {
  phase: BroadcastPhase;
  capture: Capture | null;
  problem: BroadcastProblem | null;
  muted: boolean;
  /** The microphone is gone; the sound is silence. */
  soundLost: boolean;
  /** The upload could not keep up: when that was last seen, in milliseconds since 1970. */
  slowAt: number | null;
  /** The tab is out of sight while it sends. */
  hidden: boolean;
  /** What the recorder is asked for. */
  videoBitsPerSecond: number;
  /** What the network carries, in bytes; null until measured. */
  bytesPerSecond: number | null;
  /** While reconnecting: when the next attempt begins and when the last one may, in milliseconds since 1970. */
  retryAt: number | null;
  giveUpAt: number | null;
}

export const idleSnapshot: BroadcastSnapshot = {
  phase: 'idle',
  capture: null,
  problem: null,
  muted: false,
  soundLost: false,
  slowAt: null,
  hidden: false,
  videoBitsPerSecond: 0,
  bytesPerSecond: null,
  retryAt: null,
  giveUpAt: null,
};

/** Whether leaving the page would break something off. */
export function isSending(phase: BroadcastPhase): boolean {
  return phase === 'connecting' || phase === 'sending' || phase === 'reconnecting';
}
