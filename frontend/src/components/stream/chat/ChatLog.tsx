import type { MouseEvent } from 'react';
import { Spinner } from '@/components/ui/Spinner';
import { useStore } from '@/hooks/useStore';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import type { ChatView } from '@/lib/chat/chatView';
import { ChatBlock } from './ChatBlock';
import type { MessageActions } from './ChatRow';
import { JumpButton } from './JumpButton';
import { LogFrame, LogLine } from './LogFrame';
import { OutgoingRow } from './OutgoingRow';
import { absenceSentence } from './roomSentences';
import { toLog } from './toLog';
import { useActiveRow } from './useActiveRow';
import { useFollow } from './useFollow';

interface ChatLogProps {
  room: ChatRoom;
  actions: MessageActions | undefined;
  onEdit: (text: string) => void;
}

/** The messages, newest at the bottom. */
export function ChatLog({ room, actions, onEdit }: ChatLogProps) {
  const view = useStore(room.view);
  const { box, content, away, onScroll, byHand, jump } = useFollow(room, view);
  const { active, handlers } = useActiveRow(box, jump);
  const { blocks, following, unread, detached, outbox } = view;
  const onJump = () => {
    jump();
    box.current?.focus({ preventScroll: true });
  };
  return (
    <LogFrame
      ref={box}
      label="Messages"
      over={!following && (away || detached || unread > 0) && <JumpButton unread={unread} onJump={onJump} />}
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
    >
      <div ref={content}>
        <Beginning view={view} room={room} />
        {blocks.map((block) => (
          <ChatBlock key={block.key} block={block} activeSeq={holds(block.messages, active) ? active : null} actions={actions} />
        ))}
        {following && outbox.map((message) => <OutgoingRow key={message.clientId} message={message} room={room} onEdit={onEdit} />)}
      </div>
    </LogFrame>
  );
}

/** What stands above the first message: more of them, that some are missing, or that there are none. */
function Beginning({ view: { phase, reason, hasOlder, older, missingBefore, count, outbox }, room }: { view: ChatView; room: ChatRoom }) {
  if (phase === 'joining') return <LogLine>Opening the chat…</LogLine>;
  if (phase === 'unavailable' && count === 0) return <LogLine>{absenceSentence(reason)}</LogLine>;
  if (older === 'loading') {
    return (
      <LogLine>
        <Spinner /> Older messages
      </LogLine>
    );
  }
  if (hasOlder) {
    const load = (event: MouseEvent<HTMLElement>) => {
      toLog(event);
      void room.loadOlder();
    };
    return (
      <LogLine>
        {missingBefore !== null && <span>Some messages are missing here.</span>}
        {older === 'failed' && <span>They could not be loaded.</span>}
        <button type="button" className="min-h-8 rounded-md px-2 font-medium text-soft hover:bg-hover hover:text-text" onClick={load}>
          {older === 'failed' ? 'Try again' : missingBefore !== null ? 'Load them' : 'Older messages'}
        </button>
      </LogLine>
    );
  }
  if (count === 0 && outbox.length === 0) return <LogLine>Nobody has written yet.</LogLine>;
  return <LogLine>This is where the chat begins.</LogLine>;
}

function holds(messages: readonly { seq: number }[], seq: number | null): boolean {
  if (seq === null) return false;
  const first = messages[0]?.seq ?? Infinity;
  const last = messages.at(-1)?.seq ?? -Infinity;
  return first <= seq && seq <= last;
}
