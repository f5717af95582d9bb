import type { ModerationAct } from '@/lib/moderation/acts';
import type { ChatMessage, ChatPerson } from '@/types';
import { ActForm } from './ActForm';
import { TimeOutDialog } from './TimeOutDialog';

/** An act that needs more to be said. */
export type Asking = { kind: 'timeOut'; user: ChatPerson } | { kind: 'ban'; user: ChatPerson } | { kind: 'delete'; message: ChatMessage };

interface ActDialogProps {
  asking: Asking;
  onAct: (act: ModerationAct) => void;
  onClose: () => void;
}

export function ActDialog({ asking, onAct, onClose }: ActDialogProps) {
  if (asking.kind === 'timeOut') return <TimeOutDialog user={asking.user} onAct={onAct} onClose={onClose} />;
  if (asking.kind === 'ban') {
    const { user } = asking;
    return (
      <ActForm
        title={`Ban ${user.name}`}
        confirm="Ban"
        asksForMessages
        onClose={onClose}
        onAct={(reason, removeMessages) => onAct({ kind: 'ban', user, removeMessages, reason })}
      >
        <p className="text-soft">They still see the stream and its chat, and cannot write until you lift the ban.</p>
      </ActForm>
    );
  }
  const { message } = asking;
  return (
    <ActForm title="Delete this message" confirm="Delete" onClose={onClose} onAct={(reason) => onAct({ kind: 'delete', message, reason })}>
      <blockquote className="line-clamp-4 border-l-2 border-line-strong pl-3 text-sm break-words text-soft">
        <span className="font-medium text-text">{message.userName}</span> {message.text}
      </blockquote>
    </ActForm>
  );
}
