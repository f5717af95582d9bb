import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorState } from '@/components/ui/ErrorState';
import { Skeleton } from '@/components/ui/Skeleton';
import { formatClock } from '@/lib/format/duration';
import { formatMoment } from '@/lib/format/time';
import type { StreamSession } from '@/types';
import { Card } from './Card';
import { breakWords, endWords, recordingWords } from './sessionText';

/** What was sent earlier, and its recordings. */
export function SessionsCard({ query }: { query: UseQueryResult<{ items: StreamSession[] }> }) {
  const { data, error, isPending, refetch } = query;
  return (
    <Card title="Sessions">
      {isPending ? (
        <Skeleton className="h-24" />
      ) : !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data.items.length === 0 ? (
        <p className="text-soft">There was none yet. Each time you go live is a session with a recording of its own.</p>
      ) : (
        <ul className="-my-3 divide-y divide-line">
          {data.items.map((session) => (
            <li key={session.number} className="py-3">
              <SessionRow session={session} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function SessionRow({ session }: { session: StreamSession }) {
  const { number, startedAt, liveAt, endedAt, peakViewers, recording, videoId } = session;
  const length = liveAt !== null && endedAt !== null ? formatClock((Date.parse(endedAt) - Date.parse(liveAt)) / 1000) : null;
  // Of the one that is on it is told elsewhere, and newer.
  const peak = liveAt === null || endedAt === null ? null : `at most ${peakViewers.toLocaleString('en')} ${peakViewers === 1 ? 'viewer' : 'viewers'}`;
  const facts = [length, peak, breakWords(session), endWords(session) ?? 'On now'].filter((fact) => fact !== null);
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
      <div className="min-w-0">
        <h3 className="font-medium">
          <span className="sr-only">Session {number}: </span>
          {formatMoment(liveAt ?? startedAt)}
        </h3>
        <p className="text-sm text-soft tabular-nums">{facts.join(' · ')}</p>
      </div>
      {recording === 'ready' && videoId !== null ? (
        <Link to="/videos/$videoId" params={{ videoId }} className="text-sm font-medium text-accent-text underline underline-offset-4">
          Watch the recording<span className="sr-only"> of session {number}</span>
        </Link>
      ) : (
        <p className="text-sm text-faint">{recordingWords(session)}</p>
      )}
    </div>
  );
}
