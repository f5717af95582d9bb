import { useSyncExternalStore } from 'react';
import { momentOf, replayOf } from '@/lib/chat/replay';
import type { WatchPlaces } from '@/lib/chat/watchPlace';
import { formatClock } from '@/lib/format/duration';
import { formatChatTime } from '@/lib/format/time';
import { FollowedChat } from './FollowedChat';
import { PlaceNote } from './PlaceNote';
import { useTimedChat } from './useTimedChat';

interface MomentChatProps {
  streamId: string;
  places: WatchPlaces;
  /** Shows the live chat instead. */
  onNow: () => void;
}

/** The chat of the moment that somebody went back to. */
export function MomentChat({ streamId, places, onNow }: MomentChatProps) {
  const chat = useTimedChat(() => momentOf(streamId), places, 'live');
  const text = usePlaceText(places);
  const toLive = () => {
    const place = places.getSnapshot();
    if (place.kind === 'live') place.toLive();
    onNow();
  };
  return (
    <>
      <PlaceNote text={`Chat from ${text}`} action="Back to live" onAction={toLive} />
      <FollowedChat chat={chat} empty="Nobody had written by then." />
    </>
  );
}

/** The chat beside the recording that a stream has become. */
export function RecordingChat({ videoId, places, onNow }: { videoId: string; places: WatchPlaces; onNow: () => void }) {
  const chat = useTimedChat(() => replayOf(videoId), places, 'recording');
  const text = usePlaceText(places);
  return (
    <>
      <PlaceNote text={`Chat as it was at ${text}`} action="Newest chat" onAction={onNow} />
      <FollowedChat chat={chat} empty="Nobody had written by then." />
    </>
  );
}

/** `8:14 PM`, or `7:05` of a recording. */
function usePlaceText(places: WatchPlaces): string {
  return useSyncExternalStore(places.subscribe, () => {
    const place = places.getSnapshot();
    if (place.kind === 'none') return '';
    return place.kind === 'live' ? formatChatTime(new Date(place.at * 1000).toISOString()) : formatClock(place.at);
  });
}
