import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { NotFound } from '@/components/layout/NotFound';
import { Page } from '@/components/layout/Page';
import { ErrorState } from '@/components/ui/ErrorState';
import { Skeleton } from '@/components/ui/Skeleton';
import { RelatedVideos } from '@/components/video/RelatedVideos';
import { VideoInfo } from '@/components/video/VideoInfo';
import { VideoPageSkeleton } from '@/components/video/VideoPageSkeleton';
import { videoGridClass } from '@/components/video/videoGrid';
import { VideoStage } from '@/components/video/VideoStage';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useWatchVideo } from '@/hooks/useLiveVideos';
import { useIsDeletingVideo, useVideoQuery } from '@/hooks/useVideos';
import { getVideo } from '@/lib/api/videos';
import { isNotFound } from '@/lib/api/errors';
import { WatchPlaces } from '@/lib/chat/watchPlace';
import { keys } from '@/lib/queryKeys';

/** Only recordings have it. */
const ReplayChat = lazy(async () => ({ default: (await import('@/components/stream/chat/ReplayChat')).ReplayChat }));
const replayClass = 'h-[26rem] border-y md:rounded-2xl md:border min-[72rem]:h-[32rem]';

export const Route = createFileRoute('/videos/$videoId')({
  // Begun before the page's code has arrived; the page itself shows how it stands.
  loader: ({ context, params }) => {
    const { videoId } = params;
    void context.queryClient.query({ queryKey: keys.video(videoId), queryFn: ({ signal }) => getVideo(videoId, signal) }).catch(() => undefined);
  },
  component: VideoPage,
});

function VideoPage() {
  const { videoId } = Route.useParams();
  const { data: video, error, isPending, refetch } = useVideoQuery(videoId);
  const deleting = useIsDeletingVideo();
  const [places] = useState(() => new WatchPlaces());
  const changing = video !== undefined && video.status !== 'ready';
  useWatchVideo(changing ? videoId : null);
  useDocumentTitle(video?.title);
  if (isPending) return <VideoPageSkeleton />;
  if (isNotFound(error) && !deleting) return <NotFound what="video" />;
  if (!video) {
    return (
      <Page width="narrow">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return (
    <div className="mx-auto w-full max-w-[2240px] md:px-8 md:py-8">
      <div className={videoGridClass}>
        <div className="min-w-0">
          <VideoStage key={video.id} video={video} places={places} />
          <VideoInfo key={`info-${video.id}`} video={video} />
        </div>
        <div className="grid min-w-0 content-start gap-10">
          {video.recording && video.playable && (
            <Suspense fallback={<Skeleton className={replayClass} />}>
              <ReplayChat key={video.id} videoId={video.id} places={places} className={replayClass} />
            </Suspense>
          )}
          <RelatedVideos video={video} />
        </div>
      </div>
    </div>
  );
}
