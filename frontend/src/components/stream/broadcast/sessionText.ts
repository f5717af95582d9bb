import { formatTimeLeft } from '@/lib/format/duration';
import type { StreamSession } from '@/types';

/** How a session ended, in words; null while it is on. */
export function endWords({ end, endedAt }: StreamSession): string | null {
  switch (end) {
    case 'stopped':
      return 'You ended it';
    case 'signalLost':
      return 'Ended by itself: the picture did not come back within a minute';
    case 'neverLive':
      return 'Called off: no picture ever came';
    default:
      return endedAt === null ? null : 'Over';
  }
}

/** `1 break`, or null without any. */
export function breakWords({ breaks }: StreamSession): string | null {
  if (breaks.length === 0) return null;
  const mended = breaks.reduce((sum, { lostAt, backAt }) => sum + (backAt === null ? 0 : (Date.parse(backAt) - Date.parse(lostAt)) / 1000), 0);
  const count = breaks.length === 1 ? '1 break' : `${breaks.length} breaks`;
  return mended < 1 ? count : `${count} of ${mended < 55 ? `${Math.round(mended)} s` : formatTimeLeft(mended)} in all`;
}

export function recordingWords({ recording }: StreamSession): string {
  switch (recording) {
    case 'none':
      return 'Not recorded';
    case 'recording':
      return 'Being recorded';
    case 'finishing':
      return 'Its recording is being made into a video';
    case 'ready':
      return 'Its recording was deleted';
    case 'failed':
      return 'Its recording failed';
  }
}
