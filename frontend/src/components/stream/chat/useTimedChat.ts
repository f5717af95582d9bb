import { useEffect, useState } from 'react';
import type { TimedChat } from '@/lib/chat/timedChat';
import type { WatchPlace, WatchPlaces } from '@/lib/chat/watchPlace';

/** Chat that follows the player's place. `open` is called once: give the component a key of what is watched. */
export function useTimedChat(open: () => TimedChat, places: WatchPlaces, kind: WatchPlace['kind']): TimedChat {
  const [chat] = useState(open);
  useEffect(() => {
    const follow = () => {
      const place = places.getSnapshot();
      if (place.kind !== 'none' && place.kind === kind) chat.at(place.at);
    };
    follow();
    return places.subscribe(follow);
  }, [chat, places, kind]);
  return chat;
}
