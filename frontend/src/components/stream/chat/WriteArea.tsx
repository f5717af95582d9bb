import { useRef, type RefObject } from 'react';
import { useMe } from '@/hooks/useAccount';
import { useChatPart } from '@/hooks/useChat';
import { useNow } from '@/hooks/useNow';
import { useRowFocus } from '@/hooks/useRowFocus';
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
  const area = useRef<HTMLDivElement>(null);
  // Whoever is kept from writing while at it stays here.
  useRowFocus(area, 'form');
  const barred = bar !== null && bar.kind !== 'closed';
  return (
    <div ref={area} role="group" aria-label="Write" tabIndex={-1} className="min-h-16 border-t border-line outline-none">
      {!me.isPending && (
        <>
          <ReactionBar room={room} disabled={barred} />
          <div role="status">{bar && <WriteBarNote bar={bar} />}</div>
          {!bar && <ChatComposer room={room} field={field} text={text} onText={onText} />}
        </>
      )}
    </div>
  );
}
