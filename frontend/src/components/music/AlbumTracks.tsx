import { EndlessList } from '@/components/ui/EndlessList';
import { Skeleton } from '@/components/ui/Skeleton';
import { useAlbumTracksQuery } from '@/hooks/useAlbums';
import type { Album } from '@/types';
import { CreateTrack } from './CreateTrack';
import { TrackRow } from './TrackRow';

export function AlbumTracks({ album }: { album: Album }) {
  const query = useAlbumTracksQuery(album.id);
  return (
    <section aria-labelledby="tracks" className="mb-10 max-w-4xl">
      <div className="mb-3 flex min-h-10 items-center justify-between gap-4">
        <h2 id="tracks" className="text-lg font-semibold">
          Tracks
        </h2>
        {album.mine && <CreateTrack albumId={album.id} />}
      </div>
      <EndlessList
        query={query}
        label="tracks"
        className="-mx-3 grid gap-0.5"
        skeletons={3}
        skeleton={<Skeleton className="mx-3 my-2 h-10" />}
        empty={<p className="pb-6 text-soft">No tracks on this album yet.</p>}
        render={(track) => <TrackRow track={track} onAlbum />}
      />
    </section>
  );
}
