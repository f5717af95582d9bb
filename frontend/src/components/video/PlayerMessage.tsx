import { CircleAlert, RotateCw } from 'lucide-react';
import { Spinner } from '@/components/ui/Spinner';
import type { PlayerSnapshot } from '@/lib/player/snapshot';

/** What stands in front of the picture: waiting, or why it does not play. */
export function PlayerMessage({ state, onRetry }: { state: PlayerSnapshot; onRetry: () => void }) {
  const { error, buffering, playing, growing, time, duration } = state;
  if (error) {
    return (
      <div role="alert" className="absolute inset-0 z-20 flex flex-col items-center justify-center gap-4 bg-black/85 p-6 text-center">
        <CircleAlert aria-hidden="true" className="size-8 text-[#ff7a70]" />
        <p className="max-w-md text-sm md:text-base">{error.sentence}</p>
        {error.retryable && (
          <button
            type="button"
            onClick={onRetry}
            className="inline-flex min-h-10 items-center gap-2 rounded-lg bg-white px-4 text-sm font-medium text-black hover:bg-white/90"
          >
            <RotateCw aria-hidden="true" className="size-4" />
            Try again
          </button>
        )}
      </div>
    );
  }
  if (!buffering || !playing) return null;
  const atEdge = growing && duration - time < 1;
  return (
    <div role="status" className="pointer-events-none absolute inset-0 flex flex-col items-center justify-center gap-3">
      <Spinner className="size-10" />
      {atEdge ? (
        <p className="rounded-md bg-black/70 px-3 py-1 text-sm">The next seconds are still being prepared.</p>
      ) : (
        <span className="sr-only">Loading</span>
      )}
    </div>
  );
}
