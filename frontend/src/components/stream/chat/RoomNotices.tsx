import { useChatPart } from '@/hooks/useChat';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import { absenceSentence, lossSentence, roomSentences } from './roomSentences';

/** The rules of the room, and how the connection stands. */
export function RoomNotices({ room }: { room: ChatRoom }) {
  const info = useChatPart(room, (view) => view.room);
  const you = useChatPart(room, (view) => view.you);
  const phase = useChatPart(room, (view) => view.phase);
  const reason = useChatPart(room, (view) => view.reason);
  const count = useChatPart(room, (view) => view.count > 0);
  const sentences = info ? roomSentences(info, you) : [];
  if (phase === 'unavailable' && count) sentences.unshift(absenceSentence(reason));
  if (phase === 'lost') sentences.unshift(lossSentence(reason));
  return (
    <div role="status" className={sentences.length > 0 ? 'border-t border-line px-4 py-1.5 text-xs text-soft' : ''}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
