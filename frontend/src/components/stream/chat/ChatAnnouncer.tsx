import { useEffect, useState } from 'react';
import { useChatPart } from '@/hooks/useChat';
import { Announcer } from '@/lib/chat/announcer';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import { refusalSentence } from '@/lib/chat/refusals';

const later = (ms: number, act: () => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** For screen readers: news at the pace of speech, and at once why an own message was not taken. */
export function ChatAnnouncer({ room }: { room: ChatRoom }) {
  const [news, setNews] = useState('');
  const outbox = useChatPart(room, (view) => view.outbox);
  const refused = outbox.findLast(({ refusal }) => refusal !== null);
  useEffect(() => {
    // The same words again are told only when the text is another one.
    const announcer = new Announcer((sentence) => setNews((before) => (before === sentence ? `${sentence}\u00a0` : sentence)), later);
    const leave = room.onMessages((messages) => announcer.came(messages));
    return () => {
      leave();
      announcer.stop();
    };
  }, [room]);
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {news}
      </p>
      <p aria-live="assertive" className="sr-only">
        {refused?.refusal ? `Not sent: ${refused.text}. ${refusalSentence(refused.refusal)}` : ''}
      </p>
    </>
  );
}
