import type { RefObject } from 'react';
import { useMe } from '@/hooks/useAccount';
import { useChatPart } from '@/hooks/useChat';
import { useNow } from '@/hooks/useNow';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import { whyNotWrite } from '@/lib/chat/whyNotWrite';
import { ChatComposer } from './ChatComposer';
import { ReactionBar } from './ReactionBar';
import { WriteBarNote } from './WriteBarNote';

interface WriteAreaProps {
  room: ChatRoom;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
}

/** Reactions and text field, or why there is no text field. */
export function WriteArea({ room, field, text, onText }: WriteAreaProps) {
  const me = useMe();
  const you = useChatPart(room, (view) => view.you);
  const info = useChatPart(room, (view) => view.room);
  const bar = whyNotWrite(!!me.data, you, info, useNow());
  const barred = bar !== null && bar.kind !== 'closed';
  return (
    <div className="min-h-16 border-t border-line">
      {!me.isPending && (
        <>
          <ReactionBar room={room} disabled={barred} />
          {bar ? <WriteBarNote bar={bar} /> : <ChatComposer room={room} field={field} text={text} onText={onText} />}
        </>
      )}
    </div>
  );
}
