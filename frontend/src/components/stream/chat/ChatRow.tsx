import { memo, type ReactNode } from 'react';
import { formatChatTime, formatMoment } from '@/lib/format/time';
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

/** One message. When, and what can be done with it, is there for the row that somebody is on alone. */
export const ChatRow = memo(function ChatRow({ message, active, actions }: ChatRowProps) {
  const { seq, userId, userName, role, text, sentAt } = message;
  return (
    <div role="article" tabIndex={-1} data-seq={seq} className={`relative scroll-mt-9 px-4 py-1 break-words -outline-offset-2 ${active ? 'bg-hover' : ''}`}>
      <RoleBadge role={role} />
      <AuthorName userId={userId} name={userName} />
      <span className="text-faint">: </span>
      <ChatText text={text} />
      {active && (
        <span className="absolute top-0 right-2 z-10 flex items-center gap-1 rounded-md border border-line bg-raised px-1.5 text-xs text-soft shadow-pop">
          <time dateTime={sentAt} title={formatMoment(sentAt)} className="py-1 tabular-nums">
            {formatChatTime(sentAt)}
          </time>
          {actions?.(message)}
        </span>
      )}
    </div>
  );
});
