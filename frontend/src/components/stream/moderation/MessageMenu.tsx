import { formatChatTime, formatMoment } from '@/lib/format/time';
import { actionKeys, actionNames, type MessageAction } from '@/lib/moderation/messageActions';
import type { ChatMessage } from '@/types';
import { ActionMenu } from './ActionMenu';

const grave: readonly MessageAction[] = ['delete', 'deleteWithReason', 'ban'];

interface MessageMenuProps {
  message: ChatMessage;
  actions: readonly MessageAction[];
  anchor: DOMRect;
  onPick: (action: MessageAction) => void;
  onClose: () => void;
}

/** What can be done about one message. */
export function MessageMenu({ message, actions, anchor, onPick, onClose }: MessageMenuProps) {
  return (
    <ActionMenu
      label={`Moderate the message of ${message.userName}`}
      about={
        <>
          <p className="line-clamp-2 break-words text-soft">
            <span className="font-medium text-text">{message.userName}</span> {message.text}
          </p>
          <time dateTime={message.sentAt} title={formatMoment(message.sentAt)} className="text-xs text-faint tabular-nums">
            {formatChatTime(message.sentAt)}
          </time>
        </>
      }
      items={actions.map((id) => ({ id, name: actionNames[id], shortcut: actionKeys[id], danger: grave.includes(id) }))}
      anchor={anchor}
      onPick={onPick}
      onClose={onClose}
    />
  );
}
