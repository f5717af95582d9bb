import { createFileRoute } from '@tanstack/react-router';
import { AlbumHeader } from '@/components/music/AlbumHeader';
import { AlbumTracks } from '@/components/music/AlbumTracks';
import { MusicPageFrame } from '@/components/music/MusicPageFrame';
import { VideoList } from '@/components/video/VideoList';
import { useAlbumQuery } from '@/hooks/useAlbums';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useWatchLibrary } from '@/hooks/useLiveVideos';

export const Route = createFileRoute('/albums/$albumId')({ component: AlbumPage });

function AlbumPage() {
  const { albumId } = Route.useParams();
  const query = useAlbumQuery(albumId);
  const mine = query.data?.mine === true;
  useDocumentTitle(query.data?.title);
  useWatchLibrary(mine);
  return (
    <MusicPageFrame what="album" query={query}>
      {(album) => (
        <>
          <AlbumHeader album={album} />
          <AlbumTracks album={album} />
          <h2 className="mb-4 text-lg font-semibold">Videos</h2>
          <VideoList filter={{ albumId, owner: mine ? 'me' : undefined }} mine={mine} link={mine ? { albumId } : {}} />
        </>
      )}
    </MusicPageFrame>
  );
}
