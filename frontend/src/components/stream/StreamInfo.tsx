import { Link } from '@tanstack/react-router';
import { CalendarPlus, Eye } from 'lucide-react';
import { Avatar } from '@/components/ui/Avatar';
import { buttonClass } from '@/components/ui/buttonClass';
import { calendarURL } from '@/lib/api/streams';
import { formatAgo, formatMoment } from '@/lib/format/time';
import type { Stream } from '@/types';
import { DashboardLink } from './DashboardLink';
import { LiveFor } from './LiveFor';
import { isOnAir } from './onAir';
import { ShareButton } from './ShareButton';
import { StreamStatusBadge } from './StreamStatusBadge';
import { watching } from './watching';

/** Everything about a stream beside its pictures. */
export function StreamInfo({ stream }: { stream: Stream }) {
  const { id, title, status, owner, description, viewers, liveAt, endedAt, mine } = stream;
  const onAir = isOnAir(status);
  const videoId = stream.recording?.videoId ?? null;
  return (
    <section aria-label="About this stream" className="px-4 pt-5 pb-8 md:px-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0 flex-1 basis-72 text-xl font-semibold tracking-tight text-balance break-words md:text-2xl">{title}</h1>
        <div className="flex flex-wrap gap-2">
          {status === 'scheduled' && (
            <a href={calendarURL(id)} download className={buttonClass('outline')}>
              <CalendarPlus aria-hidden="true" className="size-4" />
              Add to my calendar
            </a>
          )}
          <ShareButton path={`/streams/${id}`} />
          {mine && <DashboardLink streamId={id} title={title} />}
        </div>
      </div>
      {onAir && (
        <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft tabular-nums">
          <StreamStatusBadge status={status} />
          <span className="inline-flex items-center gap-1.5">
            <Eye aria-hidden="true" className="size-4 text-faint" />
            {watching(viewers)}
          </span>
          {liveAt !== null && <LiveFor since={liveAt} />}
        </p>
      )}
      <div className="mt-4 flex items-center gap-3">
        <Avatar name={owner.displayName} className="size-10 text-base" />
        <div className="min-w-0">
          <p className="truncate font-medium">{owner.displayName}</p>
          {status === 'ended' && endedAt !== null && (
            <p className="text-sm text-faint">
              Ended{' '}
              <time dateTime={endedAt} title={formatMoment(endedAt)}>
                {formatAgo(endedAt)}
              </time>
            </p>
          )}
        </div>
      </div>
      {description !== '' && <p className="mt-5 max-w-prose break-words whitespace-pre-wrap text-soft">{description}</p>}
      {status === 'ended' && videoId !== null && (
        <p className="mt-5 text-sm">
          <Link to="/videos/$videoId" params={{ videoId }} className="underline decoration-line-strong underline-offset-4 hover:decoration-current">
            The recording on a page of its own
          </Link>
        </p>
      )}
    </section>
  );
}
