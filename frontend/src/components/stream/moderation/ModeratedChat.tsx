import { Ellipsis } from 'lucide-react';
import { lazy, Suspense, useCallback, useState, type ComponentProps } from 'react';
import { useChatPart, useChatRoom } from '@/hooks/useChat';
import { formatMoment } from '@/lib/format/time';
import type { ChatMessage } from '@/types';
import { ChatPanel } from '../ChatPanel';
import { choose, type ChosenMessage } from './chosenMessage';

// Viewers never need it.
const ModeratorTools = lazy(async () => ({ default: (await import('./ModeratorTools')).ModeratorTools }));
const ModerateButton = lazy(async () => ({ default: (await import('./ModerateButton')).ModerateButton }));

type ModeratedChatProps = Omit<ComponentProps<typeof ChatPanel>, 'messageActions' | 'headerActions'> & {
  /** The rest of moderation is on the same page already. */
  areaBeside?: boolean;
};

/** The chat, with what owner and moderators can do in it, for them. */
export function ModeratedChat({ areaBeside = false, ...panel }: ModeratedChatProps) {
  const { streamId } = panel;
  const room = useChatRoom(streamId);
  const moderates = useChatPart(room, (view) => view.you !== null && view.you.role !== 'viewer');
  const [box, setBox] = useState<HTMLElement | null>(null);
  const [chosen, setChosen] = useState<ChosenMessage | null>(null);
  const actions = useCallback((message: ChatMessage) => <MenuButton message={message} onOpen={setChosen} />, []);
  return (
    <div ref={setBox} className="contents">
      <ChatPanel
        {...panel}
        {...(moderates && { messageActions: actions })}
        headerActions={
          moderates &&
          !areaBeside && (
            <Suspense fallback={null}>
              <ModerateButton streamId={streamId} />
            </Suspense>
          )
        }
      />
      {moderates && box && (
        <Suspense fallback={null}>
          <ModeratorTools room={room} box={box} chosen={chosen} onChoose={setChosen} />
        </Suspense>
      )}
    </div>
  );
}

function MenuButton({ message, onOpen }: { message: ChatMessage; onOpen: (chosen: ChosenMessage) => void }) {
  const label = `Moderate the message of ${message.userName}`;
  return (
    <button
      type="button"
      aria-haspopup="menu"
      aria-label={label}
      title={`${label}, ${formatMoment(message.sentAt)}`}
      onClick={({ currentTarget }) => onOpen(choose(message, currentTarget))}
      className="relative inline-flex size-7 items-center justify-center rounded-md hover:bg-raised hover:text-text pointer-coarse:after:absolute pointer-coarse:after:-inset-1.5"
    >
      <Ellipsis aria-hidden="true" className="size-4" />
    </button>
  );
}
