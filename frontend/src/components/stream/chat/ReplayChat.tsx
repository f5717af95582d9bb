import { useId } from 'react';
import { replayOf } from '@/lib/chat/replay';
import type { WatchPlaces } from '@/lib/chat/watchPlace';
import { FollowedChat } from './FollowedChat';
import { useTimedChat } from './useTimedChat';

/** Beside a recording: the chat as it was when the picture was live. */
export function ReplayChat({ videoId, places, className = '' }: { videoId: string; places: WatchPlaces; className?: string }) {
  const chat = useTimedChat(() => replayOf(videoId), places, 'recording');
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={`flex min-w-0 flex-col overflow-hidden border-line bg-surface ${className}`}>
      <header className="flex min-h-12 items-center border-b border-line px-4">
        <h2 id={titleId} className="truncate text-sm font-semibold">
          Chat replay
        </h2>
      </header>
      <FollowedChat chat={chat} empty="Nobody had written by then." />
    </section>
  );
}
