import { createFileRoute } from '@tanstack/react-router';
import { MusicPageFrame } from '@/components/music/MusicPageFrame';
import { TrackHeader } from '@/components/music/TrackHeader';
import { VideoList } from '@/components/video/VideoList';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useWatchLibrary } from '@/hooks/useLiveVideos';
import { useTrackQuery } from '@/hooks/useTracks';

export const Route = createFileRoute('/tracks/$trackId')({ component: TrackPage });

function TrackPage() {
  const { trackId } = Route.useParams();
  const query = useTrackQuery(trackId);
  const mine = query.data?.mine === true;
  useDocumentTitle(query.data?.title);
  useWatchLibrary(mine);
  return (
    <MusicPageFrame what="track" query={query}>
      {(track) => (
        <>
          <TrackHeader track={track} />
          <h2 className="mb-4 text-lg font-semibold">Videos</h2>
          <VideoList filter={{ trackId, owner: mine ? 'me' : undefined }} mine={mine} link={mine ? { trackId } : {}} />
        </>
      )}
    </MusicPageFrame>
  );
}
