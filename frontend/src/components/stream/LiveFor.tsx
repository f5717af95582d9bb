import { useNow } from '@/hooks/useNow';
import { formatClock } from '@/lib/format/duration';
import { formatMoment } from '@/lib/format/time';

/** How long it has been live, to the second. */
export function LiveFor({ since }: { since: string }) {
  const seconds = (useNow() - new Date(since).getTime()) / 1000;
  return (
    <span>
      live for{' '}
      <time dateTime={since} title={formatMoment(since)}>
        {formatClock(seconds)}
      </time>
    </span>
  );
}
