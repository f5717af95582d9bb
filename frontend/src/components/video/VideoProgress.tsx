import { ProgressBar } from '@/components/ui/ProgressBar';
import type { Video } from '@/types';
import { longProgress } from './progressText';

/** How far a video is on its way to being ready, or why it stopped. */
export function VideoProgress({ video }: { video: Video }) {
  if (video.status === 'failed') return <p className="text-danger">{video.failure?.reason ?? 'The video could not be prepared.'}</p>;
  if (video.status === 'uploading') return <p className="text-soft">The file has not arrived yet.</p>;
  return (
    <>
      <ProgressBar label={`Preparation of ${video.title}`} percent={video.progress?.phase === 'queued' ? 0 : (video.progress?.percent ?? null)} />
      <p className="mt-2 text-sm text-soft tabular-nums">
        {longProgress(video.progress)}
        {video.playable && ' · what is done can be watched already'}
      </p>
    </>
  );
}
