import type { WatchPlaces } from '@/lib/chat/watchPlace';
import type { Video } from '@/types';
import { stageClass } from './stageClass';
import { VideoPlayer } from './VideoPlayer';
import { VideoProgress } from './VideoProgress';
import { VideoFailureNotice } from './VideoFailureNotice';

/** The player as soon as there is something to play, and how it stands until all of it is there. */
export function VideoStage({ video, places }: { video: Video; places?: WatchPlaces | undefined }) {
  const { status, playable, poster } = video;
  return (
    <>
      {playable ? (
        <VideoPlayer videoId={video.id} title={video.title} poster={poster} storyboard={video.storyboard} marks={video.recording?.breaks} places={places} className={stageClass} />
      ) : (
        <div className={`flex items-center justify-center overflow-hidden bg-raised bg-cover bg-center ${stageClass}`}>
          <p className="px-6 text-center text-soft">{waiting[status]}</p>
        </div>
      )}
      {status === 'processing' && (
        <div className="mx-4 mt-4 md:mx-0">
          <VideoProgress video={video} />
        </div>
      )}
      {status === 'failed' && <VideoFailureNotice video={video} />}
    </>
  );
}

const waiting = {
  uploading: 'The file is still on its way.',
  processing: 'The first seconds are being prepared. The video starts here by itself.',
  failed: 'There is nothing to watch.',
  ready: 'This video has nothing to play.',
};
