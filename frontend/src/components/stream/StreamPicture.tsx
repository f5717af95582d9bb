import { Radio } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useStill } from '@/hooks/useStill';
import type { Stream } from '@/types';
import { isOnAir } from './onAir';

interface StreamPictureProps {
  stream: Stream;
  small?: boolean;
  /** Badges on it. */
  children?: ReactNode;
}

/** The 16:9 picture of a stream: a still of the last minute while it is live, otherwise its cover, or a still of its recording. */
export function StreamPicture({ stream, small = false, children }: StreamPictureProps) {
  const live = isOnAir(stream.status);
  const still = useStill(live ? stream.poster : null);
  const [missing, setMissing] = useState<string | null>(null);
  const shown = still !== null && still !== missing ? still : stream.cover ?? (live ? null : stream.poster);
  return (
    <div className={`relative aspect-video overflow-hidden bg-raised ring-1 ring-line/60 ring-inset ${small ? 'rounded-lg' : 'rounded-xl'}`}>
      {shown === null ? (
        <div className="flex size-full items-center justify-center text-faint">
          <Radio aria-hidden="true" className={small ? 'size-6' : 'size-9'} strokeWidth={1.5} />
        </div>
      ) : (
        // The first still of a broadcast may take a moment.
        <img src={shown} alt="" loading="lazy" decoding="async" className="size-full object-cover" onError={() => setMissing(shown)} />
      )}
      {children}
    </div>
  );
}
