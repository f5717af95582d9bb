import { useNow } from '@/hooks/useNow';
import { countdownTo, zoneName } from '@/lib/format/schedule';
import { formatMoment } from '@/lib/format/time';
import { StageCard } from './StageCard';

/** Before a planned start. When it goes live, the player takes this place by itself. */
export function Upcoming({ cover, at }: { cover: string | null; at: string }) {
  const left = countdownTo(at, useNow());
  const when = (
    <time dateTime={at}>
      {formatMoment(at)} · {zoneName(new Date(at))}
    </time>
  );
  return (
    <StageCard cover={cover} title={left === null ? 'Should begin any moment' : 'Starts in'} note={when}>
      {left !== null && (
        // Spoken once with the date; a screen reader need not hear every second.
        <div role="timer" aria-live="off" className="flex gap-4 tabular-nums sm:gap-6">
          {left.days > 0 && <Unit value={left.days} name={left.days === 1 ? 'day' : 'days'} />}
          <Unit value={left.hours} name={left.hours === 1 ? 'hour' : 'hours'} />
          <Unit value={left.minutes} name="min" />
          <Unit value={left.seconds} name="s" />
        </div>
      )}
    </StageCard>
  );
}

function Unit({ value, name }: { value: number; name: string }) {
  return (
    <span className="flex flex-col items-center">
      <span className="text-2xl font-semibold sm:text-4xl md:text-5xl">{String(value).padStart(2, '0')}</span>
      <span className="text-xs text-white/85">{name}</span>
    </span>
  );
}
