import { CalendarPlus } from 'lucide-react';
import { useNow } from '@/hooks/useNow';
import { calendarURL } from '@/lib/api/streams';
import { countdownTo, zoneName } from '@/lib/format/schedule';
import { formatMoment } from '@/lib/format/time';
import type { Stream } from '@/types';
import { StageCard } from './StageCard';

/** Before a planned start. When it goes live, the player takes this place by itself. */
export function Upcoming({ stream, at }: { stream: Stream; at: string }) {
  const left = countdownTo(at, useNow());
  const when = (
    <time dateTime={at}>
      {formatMoment(at)} · {zoneName(new Date(at))}
    </time>
  );
  return (
    <StageCard cover={stream.cover} title={left === null ? 'Should begin any moment' : 'Starts in'} sentence={when}>
      {left !== null && (
        // Spoken once with the date; a screen reader need not hear every second.
        <div role="timer" aria-live="off" className="order-first flex gap-4 tabular-nums sm:gap-6">
          {left.days > 0 && <Unit value={left.days} name={left.days === 1 ? 'day' : 'days'} />}
          <Unit value={left.hours} name={left.hours === 1 ? 'hour' : 'hours'} />
          <Unit value={left.minutes} name="min" />
          <Unit value={left.seconds} name="s" />
        </div>
      )}
      <a
        href={calendarURL(stream.id)}
        download
        className="mt-1 inline-flex min-h-10 items-center gap-2 rounded-lg bg-white px-4 text-sm font-medium text-black hover:bg-white/90 focus-visible:outline-[#2fd0bd]"
      >
        <CalendarPlus aria-hidden="true" className="size-4" />
        Add to my calendar
      </a>
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
