import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from '@/hooks/useStore';
import type { TimedChat } from '@/lib/chat/timedChat';
import type { ReplayMessage } from '@/types';
import { ChatRow } from './ChatRow';
import { JumpButton } from './JumpButton';
import { LogFrame, LogLine } from './LogFrame';
import { useActiveRow } from './useActiveRow';

const nearPx = 48;

/** Chat that goes along with a picture. Who scrolls up reads what stood there; the rest goes on when they are back. */
export function FollowedChat({ chat, empty }: { chat: TimedChat; empty: string }) {
  const { messages, state } = useStore(chat);
  const [held, setHeld] = useState<readonly ReplayMessage[] | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const { active, handlers } = useActiveRow(box, () => setHeld(null));
  const shown = held ?? messages;
  useLayoutEffect(() => {
    if (box.current && held === null) box.current.scrollTop = box.current.scrollHeight;
  }, [messages, held]);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (held === null) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [held]);
  const onScroll = () => {
    const element = box.current;
    if (!element || element.clientHeight === 0) return;
    const left = element.scrollHeight - element.scrollTop - element.clientHeight;
    if (held === null && left > nearPx) setHeld(messages);
    else if (held !== null && left <= 1) setHeld(null);
  };
  const onJump = () => {
    setHeld(null);
    box.current?.focus({ preventScroll: true });
  };
  return (
    <LogFrame
      ref={box}
      label="Messages of that time"
      onScroll={onScroll}
      {...handlers}
      over={
        <>
          {state === 'failed' && (
            <p role="status" className="absolute inset-x-0 bottom-0 flex items-center justify-center gap-2 bg-surface px-4 py-2 text-xs text-soft">
              The chat of this time could not be loaded.
              <button type="button" onClick={() => chat.retry()} className="min-h-8 rounded-md px-2 font-medium text-text hover:bg-hover">
                Try again
              </button>
            </p>
          )}
          {held !== null && <JumpButton unread={0} onJump={onJump} />}
        </>
      }
    >
      {shown.map((message) => (
        <ChatRow key={message.seq} message={message} active={message.seq === active} actions={undefined} />
      ))}
      {shown.length === 0 && state === 'ready' && <LogLine>{empty}</LogLine>}
      {shown.length === 0 && state === 'loading' && <LogLine>Loading the chat…</LogLine>}
    </LogFrame>
  );
}
