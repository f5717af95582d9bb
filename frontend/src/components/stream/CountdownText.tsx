import { useNow } from '@/hooks/useNow';
import { countdownTo, shortCountdown } from '@/lib/format/schedule';

/** How long it is until a planned start; it begins when the broadcaster begins, which may be later. */
export function CountdownText({ at }: { at: string }) {
  const left = countdownTo(at, useNow());
  return left === null ? 'Should begin any moment' : `Starts in ${shortCountdown(left)}`;
}
