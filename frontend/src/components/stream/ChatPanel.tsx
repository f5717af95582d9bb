import { useId, useRef, useState, type ReactNode } from 'react';
import { useChatPart, useChatRoom } from '@/hooks/useChat';
import { useStore } from '@/hooks/useStore';
import { ChatAnnouncer } from './chat/ChatAnnouncer';
import { ChatHeader } from './chat/ChatHeader';
import { ChatLog } from './chat/ChatLog';
import type { MessageActions } from './chat/ChatRow';
import { FloatingEmojis } from './chat/FloatingEmojis';
import { PinnedMessage } from './chat/PinnedMessage';
import { RoomNotices } from './chat/RoomNotices';
import { WriteArea } from './chat/WriteArea';

interface ChatPanelProps {
  /** Whoever else needs the room's state (`you.role`, `you.held`, pinned, settings) calls `useChat(streamId)`: it is the same room. */
  streamId: string;
  /**
   * What can be done with a message, drawn in the pinned one and in the one row that pointer or keyboard are on (they come with the up and down
   * keys, then Tab).
   * The row stays as it is while the focus is in it. Give the same function while nothing changes: rows are memoized by it.
   */
  messageActions?: MessageActions;
  /** At the right of the header: small buttons. */
  headerActions?: ReactNode;
  /** Between header and messages. */
  notice?: ReactNode;
  /** Shown instead of the live chat, which goes on unseen: the chat of an earlier moment. */
  children?: ReactNode;
  /** Can be folded on narrow pages. */
  collapsible?: boolean;
  /** Gives the height: the messages fill what is left. */
  className?: string;
}

/** The live chat of a stream. */
export function ChatPanel({ streamId, messageActions, headerActions, notice, children = null, collapsible = false, className = '' }: ChatPanelProps) {
  const room = useChatRoom(streamId);
  const [folded, setFolded] = useState(false);
  const titleId = useId();
  const bodyId = useId();
  const shown = collapsible && folded ? 'max-[72rem]:hidden' : '';
  return (
    <section
      aria-labelledby={titleId}
      className={`flex min-w-0 flex-col overflow-hidden border-line bg-surface ${className} ${shown === '' ? '' : 'max-[72rem]:h-auto'}`}
    >
      <ChatHeader id={titleId} title="Live chat" open={!folded} controls={bodyId} onToggle={collapsible ? () => setFolded(!folded) : undefined}>
        {headerActions}
      </ChatHeader>
      <div id={bodyId} className={`flex min-h-0 flex-1 flex-col ${shown}`}>
        {notice}
        {children ?? <Body key={streamId} room={room} actions={messageActions} />}
      </div>
    </section>
  );
}

function Body({ room, actions }: { room: ReturnType<typeof useChatRoom>; actions: MessageActions | undefined }) {
  const pinned = useChatPart(room, (view) => view.room?.pinned ?? null);
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useStore(room.draft);
  const change = (next: string) => room.draft.set(next);
  const edit = (refused: string) => {
    // What has been begun meanwhile stays.
    change(`${refused} ${text}`.trim());
    field.current?.focus();
  };
  return (
    <>
      {pinned && <PinnedMessage message={pinned} actions={actions} />}
      <div className="relative flex min-h-0 flex-1 flex-col">
        <ChatLog room={room} actions={actions} onEdit={edit} />
        <FloatingEmojis room={room} />
      </div>
      <RoomNotices room={room} />
      <WriteArea room={room} field={field} text={text} onText={change} />
      <ChatAnnouncer room={room} />
    </>
  );
}
