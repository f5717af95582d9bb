import type { StreamStatus } from '@/types';

/** Viewers have something to watch, or soon again. */
export function isOnAir(status: StreamStatus): boolean {
  return status === 'live' || status === 'reconnecting';
}
