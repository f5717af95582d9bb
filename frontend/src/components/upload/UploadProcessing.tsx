import { Link } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import { buttonClass } from '@/components/ui/buttonClass';
import { VideoProgress } from '@/components/video/VideoProgress';
import { VideoThumbnail } from '@/components/video/VideoThumbnail';
import { useWatchVideo } from '@/hooks/useLiveVideos';
import { useVideoQuery } from '@/hooks/useVideos';

/** After the last byte: the server at work, and then the video. */
export function UploadProcessing({ videoId }: { videoId: string }) {
  useWatchVideo(videoId);
  const { data: video } = useVideoQuery(videoId);
  return (
    <div className="mt-4 flex min-h-24 flex-wrap items-center gap-4">
      <div className="w-40 shrink-0">
        {video ? <VideoThumbnail video={video} small /> : <div className="aspect-video rounded-lg bg-raised" />}
      </div>
      <div className="min-w-0 flex-1 basis-52">
        {video?.status === 'ready' ? <p className="text-soft">Ready to watch.</p> : video && <VideoProgress video={video} />}
      </div>
      <Link to="/videos/$videoId" params={{ videoId }} className={buttonClass(video?.playable ? 'primary' : 'outline')}>
        <Play aria-hidden="true" className="size-4" />
        {video?.playable ? 'Watch' : 'Open the video'}
      </Link>
    </div>
  );
}
