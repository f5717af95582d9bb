import { useSyncExternalStore } from 'react';
import { useStore } from '@/hooks/useStore';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import { floatMs } from '@/lib/chat/reactionTally';

const still = window.matchMedia('(prefers-reduced-motion: reduce)');
const onMotion = (listener: () => void) => {
  still.addEventListener('change', listener);
  return () => still.removeEventListener('change', listener);
};

/** Reactions rise over the messages for a moment; none for who wants no motion: the counts say the same. */
export function FloatingEmojis({ room }: { room: ChatRoom }) {
  const { floating } = useStore(room.reactions);
  const noMotion = useSyncExternalStore(onMotion, () => still.matches);
  if (noMotion || floating.length === 0) return null;
  return (
    <div aria-hidden="true" className="pointer-events-none absolute right-2 bottom-0 z-20 h-48 w-20 overflow-hidden">
      {floating.map(({ id, emoji, place }) => (
        <span key={id} style={{ left: `${place * 70}%`, animationDuration: `${floatMs}ms` }} className="absolute bottom-0 animate-float text-xl">
          {emoji}
        </span>
      ))}
    </div>
  );
}
