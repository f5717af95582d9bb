import { createFileRoute } from '@tanstack/react-router';
import { NotFound } from '@/components/layout/NotFound';
import { Page } from '@/components/layout/Page';
import { ErrorState } from '@/components/ui/ErrorState';
import { RelatedVideos } from '@/components/video/RelatedVideos';
import { VideoInfo } from '@/components/video/VideoInfo';
import { VideoPageSkeleton } from '@/components/video/VideoPageSkeleton';
import { VideoStage } from '@/components/video/VideoStage';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useWatchVideo } from '@/hooks/useLiveVideos';
import { useIsDeletingVideo, useVideoQuery } from '@/hooks/useVideos';
import { getVideo } from '@/lib/api/videos';
import { isNotFound } from '@/lib/api/errors';
import { keys } from '@/lib/queryKeys';

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
      <div className="grid gap-x-8 gap-y-10 min-[90rem]:grid-cols-[minmax(0,1fr)_22rem] 3xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0">
          <VideoStage key={video.id} video={video} />
          <VideoInfo key={`info-${video.id}`} video={video} />
        </div>
        <RelatedVideos video={video} />
      </div>
    </div>
  );
}
