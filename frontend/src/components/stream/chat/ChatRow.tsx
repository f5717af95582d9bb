import { memo, type ReactNode } from 'react';
import { formatClockTime, formatMoment } from '@/lib/format/time';
import type { ChatMessage } from '@/types';
import { AuthorName } from './AuthorName';
import { ChatText } from './ChatText';
import { RoleBadge } from './RoleBadge';

export type MessageActions = (message: ChatMessage) => ReactNode;

interface ChatRowProps {
  message: ChatMessage;
  /** Pointer or keyboard are on it. */
  active: boolean;
  actions: MessageActions | undefined;
}

/** Left free in the first line of every row, so that nothing moves or is covered when something appears there. */
const roomFor = { time: 'before:w-13', actions: 'before:w-6' };

/** One message. What can be done with it, or else when it was written, is there for the row that somebody is on alone. */
export const ChatRow = memo(function ChatRow({ message, active, actions }: ChatRowProps) {
  const { seq, userId, userName, role, text, sentAt } = message;
  return (
    <div
      role="article"
      tabIndex={-1}
      data-seq={seq}
      className={`relative scroll-mb-14 px-4 py-1 break-words -outline-offset-2 before:float-right before:h-5 ${actions ? roomFor.actions : roomFor.time} ${active ? 'bg-hover' : ''}`}
    >
      <RoleBadge role={role} />
      <AuthorName userId={userId} name={userName} />
      <span className="text-faint">: </span>
      <ChatText text={text} />
      {active && (
        <span className="absolute top-0 right-1 flex h-7 items-center text-xs text-soft">
          {actions?.(message) ?? (
            <time dateTime={sentAt} title={formatMoment(sentAt)} className="px-1 tabular-nums">
              {formatClockTime(sentAt)}
            </time>
          )}
        </span>
      )}
    </div>
  );
});
