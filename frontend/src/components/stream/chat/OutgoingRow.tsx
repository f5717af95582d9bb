import { memo, type MouseEvent } from 'react';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import type { OutgoingMessage } from '@/lib/chat/outgoing';
import { mayEdit, mayRetry, refusalSentence } from '@/lib/chat/refusals';
import { ChatText } from './ChatText';
import { toLog } from './toLog';

interface OutgoingRowProps {
  message: OutgoingMessage;
  room: ChatRoom;
  /** Takes its text back into the text field. */
  onEdit: (text: string) => void;
}

const marks = { waiting: 'Waiting to be sent', sending: 'Sending…', sent: '', held: 'Waits for a moderator', refused: 'Not sent' };
const act = 'min-h-7 rounded px-1.5 font-medium text-text underline decoration-line-strong underline-offset-2 hover:bg-hover';

/** A message of the reader's own that has not arrived with the others. */
export const OutgoingRow = memo(function OutgoingRow({ message, room, onEdit }: OutgoingRowProps) {
  const { clientId, text, state, refusal } = message;
  const discard = (event: MouseEvent<HTMLElement>) => {
    toLog(event);
    room.discard(clientId);
  };
  const retry = (event: MouseEvent<HTMLElement>) => {
    toLog(event);
    room.retry(clientId);
  };
  const edit = () => onEdit(room.discard(clientId) ?? '');
  return (
    <div className="px-4 py-1 break-words">
      <span className="font-semibold">You</span>
      <span className="text-faint">: </span>
      <span className={state === 'sent' ? '' : 'text-soft'}>
        <ChatText text={text} />
      </span>
      {state !== 'sent' && (
        <span className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
          <span className={state === 'refused' ? 'text-danger' : ''}>{refusal ? refusalSentence(refusal) : marks[state]}</span>
          {refusal && mayRetry(refusal) && (
            <button type="button" className={act} onClick={retry}>
              Send again
            </button>
          )}
          {refusal && mayEdit(refusal) && (
            <button type="button" className={act} onClick={edit}>
              Change it
            </button>
          )}
          {(state === 'refused' || state === 'held') && (
            <button type="button" className={act} onClick={discard}>
              {state === 'held' ? 'Hide' : 'Discard'}
            </button>
          )}
        </span>
      )}
    </div>
  );
});
