import { Link } from '@tanstack/react-router';
import type { Album } from '@/types';
import { AlbumCover } from './AlbumCover';

export function AlbumCard({ album }: { album: Album }) {
  const year = album.releasedOn?.slice(0, 4);
  return (
    <article className="group relative">
      <AlbumCover id={album.id} className="aspect-square w-full rounded-xl" />
      <h2 className="mt-3 line-clamp-2 text-[15px] leading-5 font-medium break-words">
        <Link
          to="/albums/$albumId"
          params={{ albumId: album.id }}
          className="outline-none after:absolute after:inset-0 after:rounded-xl focus-visible:after:outline-2 focus-visible:after:outline-offset-4 focus-visible:after:outline-accent"
        >
          {album.title}
        </Link>
      </h2>
      <p className="mt-1 truncate text-sm text-faint">{[album.owner.displayName, year].filter(Boolean).join(' · ')}</p>
    </article>
  );
}
