import { formatBytes, formatSpeed } from '@/lib/format/bytes';
import { formatTimeLeft } from '@/lib/format/duration';
import type { UploadSnapshot } from '@/lib/upload/uploadItem';

/** How an upload stands, in one line. */
export function uploadSentence({ phase, size, sentBytes, speed, secondsLeft, reconnecting }: UploadSnapshot): string {
  const amount = `${formatBytes(sentBytes)} of ${formatBytes(size)}`;
  if (reconnecting) return `${amount} · the connection is lost; trying again`;
  switch (phase) {
    case 'queued':
      return `${formatBytes(size)} · waits for its turn`;
    case 'starting':
      return `${formatBytes(size)} · starting`;
    case 'sending':
      return [amount, speed === null ? null : formatSpeed(speed), secondsLeft === null ? null : `${formatTimeLeft(secondsLeft)} left`]
        .filter((part) => part !== null)
        .join(' · ');
    case 'confirming':
      return `${formatBytes(size)} · all sent, being checked`;
    case 'sent':
      return `${formatBytes(size)} · uploaded`;
    case 'paused':
      return `${amount} · paused`;
    case 'needs-file':
    case 'needs-permission':
      return `${amount} · waits for the file`;
    case 'failed':
      return `${amount} · stopped`;
  }
}
