import { CircleAlert, Play, RotateCw, Unplug } from 'lucide-react';
import { Spinner } from '@/components/ui/Spinner';
import { liveSentences } from '@/lib/player/live/liveSentences';
import type { LiveSnapshot } from '@/lib/player/live/liveSnapshot';
import type { StreamStatus } from '@/types';

interface LiveMessageProps {
  state: LiveSnapshot;
  status: StreamStatus;
  preview: boolean;
  onRetry: () => void;
}

/** What stands in front of the picture: waiting, for whom, or why it does not play. */
export function LiveMessage({ state, status, preview, onRetry }: LiveMessageProps) {
  const { phase, error, buffering, playing, over } = state;
  if (phase === 'error' && error) {
    return (
      <div role="alert" className="absolute inset-0 z-20 flex flex-col items-center justify-center gap-4 bg-black/85 p-6 text-center">
        <CircleAlert aria-hidden="true" className="size-8 text-[#ff7a70]" />
        <p className="max-w-md text-sm md:text-base">{liveSentences[error.kind]}</p>
      </div>
    );
  }
  // Somebody who rewound goes on watching what there is.
  const standsStill = buffering || !playing;
  if (status === 'reconnecting' && standsStill && !over) {
    return (
      <div role="status" className="pointer-events-none absolute inset-0 z-[5] flex flex-col items-center justify-center gap-3 bg-black/60 p-6 text-center">
        <Unplug aria-hidden="true" className="size-8 text-[#ffb454]" />
        <p className="max-w-md text-sm font-medium md:text-base">The broadcaster lost the connection. Waiting for it to come back…</p>
        <p className="max-w-md text-sm text-white/80">It goes on here by itself.</p>
      </div>
    );
  }
  // What is loaded already is watched to its end first.
  if (phase === 'waiting' && error && standsStill) {
    const sentence = preview && error.kind === 'not-playable' ? 'The preview is not there yet.' : liveSentences[error.kind];
    return <Waiting sentence={sentence} onRetry={onRetry} />;
  }
  if (phase === 'ready' && !playing && !over) {
    return (
      // Decoration: a press anywhere plays, and so does the button below.
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-0 m-auto flex size-16 items-center justify-center rounded-full bg-black/60 backdrop-blur-sm md:size-20"
      >
        <Play className="ml-1 size-7 fill-current md:size-9" />
      </div>
    );
  }
  if (phase !== 'loading' && !(buffering && playing)) return null;
  return (
    <div role="status" className="pointer-events-none absolute inset-0 flex items-center justify-center">
      <Spinner className="size-10" />
      <span className="sr-only">Loading</span>
    </div>
  );
}

function Waiting({ sentence, onRetry }: { sentence: string; onRetry: () => void }) {
  return (
    <div role="status" className="pointer-events-none absolute inset-0 z-[5] flex flex-col items-center justify-center gap-3 bg-black/60 p-6 text-center">
      <Spinner className="size-8" />
      <p className="max-w-md text-sm md:text-base">{sentence} Trying again…</p>
      <button
        type="button"
        onClick={onRetry}
        className="pointer-events-auto inline-flex min-h-10 items-center gap-2 rounded-lg bg-white px-4 text-sm font-medium text-black hover:bg-white/90"
      >
        <RotateCw aria-hidden="true" className="size-4" />
        Try now
      </button>
    </div>
  );
}
