import { Link } from '@tanstack/react-router';
import { Music2 } from 'lucide-react';
import { formatAgo } from '@/lib/format/time';
import type { Track } from '@/types';

interface TrackRowProps {
  track: Track;
  /** On an album its place stands for the note, and the artist is known. */
  onAlbum?: boolean;
}

export function TrackRow({ track, onAlbum = false }: TrackRowProps) {
  return (
    <article className="relative flex min-h-14 items-center gap-4 rounded-lg px-3 py-2 transition-colors hover:bg-raised">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-md bg-raised text-sm text-faint tabular-nums">
        {onAlbum && track.position !== null ? track.position : <Music2 aria-hidden="true" className="size-4" />}
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-[15px] font-medium">
          <Link
            to="/tracks/$trackId"
            params={{ trackId: track.id }}
            className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {track.title}
          </Link>
        </h2>
        {!onAlbum && <p className="truncate text-sm text-faint">{track.owner.displayName}</p>}
      </div>
      {!onAlbum && <span className="shrink-0 text-sm text-faint">{formatAgo(track.createdAt)}</span>}
    </article>
  );
}
