import { formatClock } from '@/lib/format/duration';
import type { LiveCore } from '@/lib/player/live/liveCore';
import type { LiveSnapshot } from '@/lib/player/live/liveSnapshot';
import type { StreamStatus } from '@/types';

interface LiveButtonProps {
  core: LiveCore;
  state: LiveSnapshot;
  /** The owner's own picture, which viewers see as well once the stream is live. */
  preview: boolean;
  status: StreamStatus;
}

const look = 'inline-flex min-h-8 items-center gap-2 rounded-md px-2 text-xs font-semibold tracking-wide tabular-nums';

/** Says LIVE (PREVIEW while only the owner sees it) and how far behind the moment the picture is; once it is behind, a press goes back to live. */
export function LiveButton({ core, state: { atLive, behind, latency, finished, playing, buffering, time, duration }, preview, status }: LiveButtonProps) {
  if (finished) {
    return (
      <p className="ml-1 truncate text-[13px] tabular-nums">
        {formatClock(time)} <span className="text-white/80">/ {formatClock(duration)}</span>
      </p>
    );
  }
  const delay = latency !== null && playing && atLive && !buffering && (
    <span className="text-[13px] text-white/85 tabular-nums" title="Between the moment and its picture">
      <span className="sr-only">Delay </span>
      {latency.toFixed(1)} s
    </span>
  );
  const name = preview && status !== 'live' ? 'PREVIEW' : 'LIVE';
  if (atLive && playing) {
    return (
      <>
        <span className={`${look} text-white`}>
          <span aria-hidden="true" className="size-2 rounded-full bg-[#ff4d42]" />
          {name}
        </span>
        {delay}
      </>
    );
  }
  const distance = behind >= 1 ? `−${formatClock(behind)}` : '';
  return (
    <button
      type="button"
      onClick={() => core.toLive()}
      aria-keyshortcuts="l"
      aria-label={`Jump to ${name} ${distance}`.trim()}
      title="Jump to live (l)"
      className={`${look} text-white hover:bg-white/15 focus-visible:outline-[#2fd0bd]`}
    >
      <span aria-hidden="true" className="size-2 rounded-full bg-white/60" />
      {name}
      {distance !== '' && <span className="font-medium text-white/85">{distance}</span>}
    </button>
  );
}
