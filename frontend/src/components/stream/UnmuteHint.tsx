import { VolumeX } from 'lucide-react';

/** The browser let it play without sound only; one press brings the sound. */
export function UnmuteHint({ onUnmute }: { onUnmute: () => void }) {
  return (
    <button
      type="button"
      onClick={onUnmute}
      className="absolute top-3 left-3 z-10 inline-flex min-h-10 items-center gap-2 rounded-lg bg-white px-3.5 text-sm font-medium text-black shadow-pop hover:bg-white/90 md:top-4 md:left-4"
    >
      <VolumeX aria-hidden="true" className="size-4" />
      Turn the sound on
    </button>
  );
}
