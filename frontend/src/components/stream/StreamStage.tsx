import { useCallback, useEffect, useState } from 'react';
import { stageClass } from '@/components/video/stageClass';
import { VideoPlayer } from '@/components/video/VideoPlayer';
import { useVideoQuery } from '@/hooks/useVideos';
import type { WatchPlaces } from '@/lib/chat/watchPlace';
import { loadLiveEngine } from '@/lib/player/live/loadLiveEngine';
import type { Stream } from '@/types';
import { isOnAir } from './onAir';
import { LivePlayer } from './LivePlayer';
import { StageCard } from './StageCard';
import { Upcoming } from './Upcoming';
import { whyNoRecording } from './whyNoRecording';

/** What there is to see: a countdown, the broadcast, its rest, its recording, or why there is nothing. */
export function StreamStage({ stream, places }: { stream: Stream; places?: WatchPlaces | undefined }) {
  const { id, title, status, session, poster, cover, recording } = stream;
  const onAir = isOnAir(status);
  /** The session that is watched here; kept after its end, until the rest was watched. */
  const [watched, setWatched] = useState<number | null>(null);
  if (onAir && watched !== session) setWatched(session);
  const soon = status === 'starting' || status === 'scheduled';
  useEffect(() => {
    if (soon) void loadLiveEngine().catch(() => undefined);
  }, [soon]);
  const leave = useCallback(() => setWatched(null), []);
  if (onAir || (status === 'ended' && watched === session)) {
    return <LivePlayer key={session} streamId={id} session={session} title={title} status={status} poster={poster ?? cover} onOver={leave} places={places} className={stageClass} />;
  }
  const videoId = recording?.videoId ?? null;
  if (status === 'ended' && videoId !== null) return <Recording videoId={videoId} cover={cover} places={places} />;
  if (status === 'ended') return <StageCard cover={cover} title="The stream has ended" busy={recording?.status === 'finishing'} sentence={whyNoRecording(recording)} />;
  if (status === 'scheduled' && stream.scheduledFor !== null) return <Upcoming cover={cover} at={stream.scheduledFor} />;
  if (status === 'starting') return <StageCard cover={cover} title="About to start" busy sentence="The stream begins here by itself." />;
  return <StageCard cover={cover} title="Not live yet" sentence="No time is planned. When it goes live, it begins here by itself." />;
}

function Recording({ videoId, cover, places }: { videoId: string; cover: string | null; places: WatchPlaces | undefined }) {
  const { data: video, isError } = useVideoQuery(videoId);
  if (isError) return <StageCard cover={cover} title="The stream has ended" sentence="Its recording is gone, or not for you to see." />;
  if (!video?.playable) return <StageCard cover={cover} title="The stream has ended" busy sentence="The recording is being prepared." />;
  return (
    <VideoPlayer
      videoId={videoId}
      title={video.title}
      poster={video.poster ?? cover}
      storyboard={video.storyboard}
      marks={video.recording?.breaks}
      places={places}
      className={stageClass}
    />
  );
}
