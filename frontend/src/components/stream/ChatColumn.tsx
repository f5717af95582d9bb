import { useEffect, useRef, useState, useSyncExternalStore, type ComponentProps } from 'react';
import type { WatchPlace, WatchPlaces } from '@/lib/chat/watchPlace';
import { ModeratedChat } from './moderation/ModeratedChat';
import { MomentChat, RecordingChat } from './chat/MomentChat';

interface ChatColumnProps extends ComponentProps<typeof ModeratedChat> {
  places: WatchPlaces;
}

/** The chat beside a stream: live, or that of the moment or recording that is watched. */
export function ChatColumn({ places, streamId, ...panel }: ChatColumnProps) {
  const then = useSyncExternalStore(places.subscribe, () => thenOf(places.getSnapshot()));
  /** What the reader was shown when they chose the live chat instead. */
  const [passed, setPassed] = useState<string | null>(null);
  if (passed !== null && passed !== then) setPassed(null);
  const shown = then !== null && passed !== then;
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  const onNow = () => {
    pressed.current = true;
    setPassed(then);
  };
  useEffect(() => {
    if (shown || !pressed.current) return;
    pressed.current = false;
    // What was pressed is gone.
    box.current?.querySelector<HTMLElement>('[role="log"]')?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <div ref={box} className="contents">
      <ModeratedChat {...panel} streamId={streamId}>
        {!shown ? null : then === '' ? (
          <MomentChat streamId={streamId} places={places} onNow={onNow} />
        ) : (
          <RecordingChat key={then} videoId={then} places={places} onNow={onNow} />
        )}
      </ModeratedChat>
    </div>
  );
}

/** The recording that is watched, an empty string for an earlier moment of the broadcast, null for now. */
function thenOf(place: WatchPlace): string | null {
  if (place.kind === 'recording') return place.begun ? place.videoId : null;
  return place.kind === 'live' && place.rewound ? '' : null;
}
