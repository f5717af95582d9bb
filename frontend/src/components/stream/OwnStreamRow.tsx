import { Link } from '@tanstack/react-router';
import { visibilityNames } from '@/components/video/visibility';
import { formatAgo, formatMoment } from '@/lib/format/time';
import type { Stream } from '@/types';
import { DashboardLink } from './DashboardLink';
import { StreamPicture } from './StreamPicture';
import { StreamStatusBadge } from './StreamStatusBadge';
import { watching } from './watching';

/** One of one's own streams, with the ways to its page, its dashboard and its recording. */
export function OwnStreamRow({ stream }: { stream: Stream }) {
  const { id, title, status, visibility, trouble } = stream;
  const videoId = stream.recording?.videoId ?? null;
  return (
    <article className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-xl border border-line bg-surface p-3">
      <div className="w-36 shrink-0 sm:w-44">
        <StreamPicture stream={stream} small>
          <div className="pointer-events-none absolute top-1.5 left-1.5">
            <StreamStatusBadge status={status} />
          </div>
        </StreamPicture>
      </div>
      <div className="min-w-0 flex-1 basis-48">
        <h2 className="line-clamp-2 text-[15px] leading-5 font-medium break-words">
          <Link to="/streams/$streamId" params={{ streamId: id }} className="underline decoration-transparent underline-offset-4 hover:decoration-current">
            {title}
          </Link>
        </h2>
        <p className="mt-1 text-sm text-faint">
          {visibilityNames[visibility]} · {standing(stream)}
        </p>
        {videoId !== null && (
          <p className="mt-1 text-sm">
            <Link to="/videos/$videoId" params={{ videoId }} className="text-accent-text underline decoration-transparent underline-offset-4 hover:decoration-current">
              The last recording<span className="sr-only"> of {title}</span>
            </Link>
          </p>
        )}
        {trouble && <p className="mt-1 text-sm text-danger">{trouble.message}</p>}
      </div>
      <DashboardLink streamId={id} title={title} />
    </article>
  );
}

function standing({ status, signal, scheduledFor, viewers, endedAt, createdAt }: Stream): string {
  switch (status) {
    case 'live':
    case 'reconnecting':
      return watching(viewers);
    case 'starting':
      return signal === 'none' ? 'waiting for your encoder' : 'about to be live';
    case 'scheduled':
      return scheduledFor === null ? 'planned' : formatMoment(scheduledFor);
    case 'ended':
      return endedAt === null ? 'ended' : `ended ${formatAgo(endedAt)}`;
    case 'offline':
      return signal === 'none' ? `created ${formatAgo(createdAt)}` : 'your encoder is connected';
  }
}
