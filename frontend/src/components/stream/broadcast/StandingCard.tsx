import { Link } from '@tanstack/react-router';
import { Notice } from '@/components/ui/Notice';
import { useNow } from '@/hooks/useNow';
import { formatAgo } from '@/lib/format/time';
import type { Stream, StreamSession } from '@/types';
import { LiveFacts } from './LiveFacts';
import { SessionControls } from './SessionControls';
import { graceLeft, standingOf, type Tone } from './standing';

const tones: Record<Tone, string> = {
  rest: 'bg-hover text-text',
  wait: 'bg-accent text-on-accent',
  live: 'bg-[#b3261e] text-white',
  warn: 'bg-[#8a5a00] text-white',
};

interface StandingCardProps {
  stream: Stream;
  /** The newest one, or undefined before the first and until it is known. */
  session: StreamSession | undefined;
}

/** How it stands at a glance, and what to do next. */
export function StandingCard({ stream, session }: StandingCardProps) {
  const now = useNow();
  const lostAt = session?.number === stream.session ? session.breaks.find(({ backAt }) => backAt === null)?.lostAt : undefined;
  const left = stream.status === 'reconnecting' ? graceLeft(lostAt ?? null, now) : null;
  const { tone, badge, headline, sentence } = standingOf(stream, left);
  const videoId = stream.recording?.videoId ?? null;
  return (
    <section aria-label="How it stands" className="flex min-w-0 flex-col gap-4 rounded-2xl border border-line bg-surface p-4 md:p-5">
      <div>
        <span className={`inline-flex items-center gap-1.5 rounded-md px-2 py-0.5 text-xs font-semibold ${tones[tone]}`}>{badge}</span>
        {/* The seconds are left out of what is read aloud: once a second would be too much. */}
        <p role="status" className="mt-2 text-2xl font-semibold tracking-tight">
          {headline}
        </p>
        <p className="mt-1 text-soft">{sentence}</p>
      </div>
      {stream.trouble && (
        <Notice kind="error">
          {stream.trouble.message} <span className="whitespace-nowrap text-faint">({formatAgo(stream.trouble.at)})</span>
        </Notice>
      )}
      {stream.status === 'ended' && videoId !== null && (
        <Link to="/videos/$videoId" params={{ videoId }} className="font-medium text-accent-text underline underline-offset-4">
          Watch the recording
        </Link>
      )}
      <LiveFacts stream={stream} now={now} />
      <SessionControls stream={stream} />
    </section>
  );
}
