import type { BroadcastSnapshot } from '@/lib/broadcast/snapshot';
import { formatBitrate } from './healthText';

const slowShownMs = 30_000;

/** What this page does with the picture, in a sentence. */
export function sendWords({ phase, bytesPerSecond, retryAt, giveUpAt }: BroadcastSnapshot, now: number): string {
  switch (phase) {
    case 'idle':
    case 'asking':
      return '';
    case 'ready':
      return 'Only you see this. Nothing is sent yet.';
    case 'connecting':
      return 'Connecting.';
    case 'sending':
      return bytesPerSecond === null ? 'Sending.' : `Sending ${formatBitrate((bytesPerSecond * 8) / 1000)}.`;
    case 'reconnecting': {
      const left = Math.max(0, Math.ceil(((giveUpAt ?? now) - now) / 1000));
      const next = Math.max(0, Math.ceil(((retryAt ?? now) - now) / 1000));
      return `The connection is lost. ${next > 0 ? `Next attempt in ${next} s` : 'Trying again'}; ${left} s are left.`;
    }
    case 'stopped':
    case 'refused':
    case 'failed':
      return 'Nothing is sent.';
  }
}

/** What is wrong although it goes on. */
export function warningsOf({ phase, slowAt, hidden, soundLost, capture, videoBitsPerSecond }: BroadcastSnapshot, now: number): string[] {
  const warnings: string[] = [];
  if (slowAt !== null && now - slowAt < slowShownMs) {
    warnings.push(`Your upload is too slow. The picture began anew with at most ${formatBitrate(videoBitsPerSecond / 1000)}; a smaller picture may help.`);
  }
  if (hidden && phase === 'sending') warnings.push('This tab is out of sight. Browsers may slow it down: keep it in a window of its own.');
  if (soundLost) warnings.push('The microphone is gone; viewers hear silence. Plug it in again or choose another one.');
  else if (capture && !capture.hasSound) warnings.push('There is no sound. Choose a microphone if you want to be heard.');
  return warnings;
}
