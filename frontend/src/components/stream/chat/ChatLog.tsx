import type { ReactNode } from 'react';
import { Spinner } from '@/components/ui/Spinner';
import { useStore } from '@/hooks/useStore';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import type { ChatView } from '@/lib/chat/chatView';
import { ChatBlock } from './ChatBlock';
import type { MessageActions } from './ChatRow';
import { JumpButton } from './JumpButton';
import { OutgoingRow } from './OutgoingRow';
import { useActiveRow } from './useActiveRow';
import { useFollow } from './useFollow';

interface ChatLogProps {
  room: ChatRoom;
  actions: MessageActions | undefined;
  onEdit: (text: string) => void;
}

/** The messages, newest at the bottom. What comes is read out elsewhere, at the pace of speech. */
export function ChatLog({ room, actions, onEdit }: ChatLogProps) {
  const view = useStore(room.view);
  const { box, content, onScroll, byHand, jump } = useFollow(room, view);
  const { active, handlers } = useActiveRow(box, jump);
  const { blocks, following, unread, outbox } = view;
  return (
    <div className="relative min-h-0 flex-1">
      <div
        ref={box}
        role="log"
        aria-live="off"
        aria-label="Messages"
        tabIndex={0}
        onScroll={onScroll}
        onWheel={byHand}
        onTouchMove={byHand}
        onPointerDown={byHand}
        onPointerMove={(event) => event.buttons !== 0 && byHand()}
        {...handlers}
        onKeyDown={(event) => {
          byHand();
          handlers.onKeyDown(event);
        }}
        className="h-full overflow-x-hidden overflow-y-auto overscroll-contain pt-3 pb-2 text-sm leading-[1.45] -outline-offset-2"
      >
        <div ref={content}>
          <Beginning view={view} room={room} />
          {blocks.map((block) => (
            <ChatBlock key={block.key} block={block} activeSeq={holds(block.messages, active) ? active : null} actions={actions} />
          ))}
          {following && outbox.map((message) => <OutgoingRow key={message.clientId} message={message} room={room} onEdit={onEdit} />)}
        </div>
      </div>
      {!following && <JumpButton unread={unread} onJump={jump} />}
    </div>
  );
}

/** What stands above the first message: more of them, that some are missing, or that there are none. */
function Beginning({ view: { phase, hasOlder, older, missingBefore, count, outbox }, room }: { view: ChatView; room: ChatRoom }) {
  if (phase === 'joining') return <Line>Opening the chat…</Line>;
  if (phase === 'unavailable' && count === 0) return <Line>The chat does not answer at the moment. It is tried again by itself.</Line>;
  if (older === 'loading') {
    return (
      <Line>
        <Spinner /> Older messages
      </Line>
    );
  }
  if (hasOlder) {
    return (
      <Line>
        {missingBefore !== null && <span>Some messages are missing here.</span>}
        {older === 'failed' && <span>They could not be loaded.</span>}
        <button type="button" className="min-h-8 rounded-md px-2 font-medium text-soft hover:bg-hover hover:text-text" onClick={() => void room.loadOlder()}>
          {older === 'failed' ? 'Try again' : missingBefore !== null ? 'Load them' : 'Older messages'}
        </button>
      </Line>
    );
  }
  if (count === 0 && outbox.length === 0) return <Line>Nobody has written yet.</Line>;
  return <Line>This is where the chat begins.</Line>;
}

function Line({ children }: { children: ReactNode }) {
  return <p className="flex min-h-9 flex-wrap items-center justify-center gap-x-2 px-4 text-center text-xs text-faint">{children}</p>;
}

function holds(messages: readonly { seq: number }[], seq: number | null): boolean {
  if (seq === null) return false;
  const first = messages[0]?.seq ?? Infinity;
  const last = messages.at(-1)?.seq ?? -Infinity;
  return first <= seq && seq <= last;
}
