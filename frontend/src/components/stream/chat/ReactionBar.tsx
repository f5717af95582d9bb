import { useStore } from '@/hooks/useStore';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import { chatEmojis } from '@/types/chat';

const names: Record<(typeof chatEmojis)[number], string> = { '❤️': 'heart', '🔥': 'fire', '👏': 'applause', '😂': 'laughter', '😮': 'surprise', '🎉': 'party' };
const compact = new Intl.NumberFormat('en', { notation: 'compact' });

/** The six reactions with how much each was sent in the last seconds. Without a name they can be seen, not sent. */
export function ReactionBar({ room, disabled }: { room: ChatRoom; disabled: boolean }) {
  const { counts } = useStore(room.reactions);
  return (
    <div role="group" aria-label="Reactions" className="grid grid-cols-6 gap-1 px-3 pt-2">
      {chatEmojis.map((emoji) => {
        const count = counts[emoji] ?? 0;
        return (
          <button
            key={emoji}
            type="button"
            disabled={disabled}
            onClick={() => room.react(emoji)}
            aria-label={`React with ${names[emoji]}${count > 0 ? `, ${count} lately` : ''}`}
            title={disabled ? undefined : `React with ${names[emoji]}`}
            className="flex h-9 min-w-0 items-center justify-center gap-1 rounded-lg text-base leading-none enabled:hover:bg-hover enabled:active:scale-95 disabled:cursor-default"
          >
            <span aria-hidden="true">{emoji}</span>
            {count > 0 && (
              <span aria-hidden="true" className="text-[11px] text-soft tabular-nums">
                {compact.format(count)}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
