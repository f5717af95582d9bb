import { Link } from '@tanstack/react-router';
import { Eye } from 'lucide-react';
import { formatAgo, formatMoment, formatShortMoment } from '@/lib/format/time';
import type { Stream } from '@/types';
import { CountdownText } from './CountdownText';
import { StreamCard } from './StreamCard';
import { StreamStatusBadge } from './StreamStatusBadge';
import { watching } from './watching';

export function LiveCard({ stream }: { stream: Stream }) {
  const badge = (
    <>
      <StreamStatusBadge status={stream.status} />
      <span className="inline-flex items-center gap-1 rounded-md bg-black/75 px-1.5 py-0.5 text-xs font-medium text-white tabular-nums">
        <Eye aria-hidden="true" className="size-3.5" />
        <span aria-hidden="true">{stream.viewers}</span>
        <span className="sr-only">{watching(stream.viewers)}</span>
      </span>
    </>
  );
  return (
    <StreamCard stream={stream} badge={badge}>
      <p className="truncate">
        {stream.owner.displayName}
        {stream.liveAt !== null && ` · began ${formatAgo(stream.liveAt)}`}
      </p>
    </StreamCard>
  );
}

export function ScheduledCard({ stream }: { stream: Stream }) {
  const at = stream.scheduledFor;
  return (
    <StreamCard stream={stream} badge={<StreamStatusBadge status="scheduled" />}>
      {at !== null && (
        <p className="font-medium text-accent-text tabular-nums">
          <CountdownText at={at} />
        </p>
      )}
      <p className="truncate">
        {stream.owner.displayName}
        {at !== null && (
          <>
            {' · '}
            <time dateTime={at} title={formatMoment(at)}>
              {formatShortMoment(at)}
            </time>
          </>
        )}
      </p>
    </StreamCard>
  );
}

export function PastCard({ stream }: { stream: Stream }) {
  const { recording, endedAt } = stream;
  const videoId = recording?.videoId ?? null;
  return (
    <StreamCard stream={stream} badge={<StreamStatusBadge status="ended" />}>
      <p className="truncate">
        {stream.owner.displayName}
        {endedAt !== null && ` · ${formatAgo(endedAt)}`}
      </p>
      {videoId === null ? (
        <p>{recording?.status === 'finishing' ? 'The recording is on its way' : 'No recording'}</p>
      ) : (
        <Link
          to="/videos/$videoId"
          params={{ videoId }}
          className="relative font-medium text-accent-text underline decoration-transparent underline-offset-4 hover:decoration-current"
        >
          Watch the recording<span className="sr-only"> of {stream.title}</span>
        </Link>
      )}
    </StreamCard>
  );
}
