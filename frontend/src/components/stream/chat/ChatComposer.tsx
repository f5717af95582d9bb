import { Send } from 'lucide-react';
import { useId, useState, type KeyboardEvent, type RefObject, type SubmitEvent } from 'react';
import { useChatPart } from '@/hooks/useChat';
import { useNow } from '@/hooks/useNow';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import { lengthOf, mostCharacters } from '@/lib/chat/draft';

interface ChatComposerProps {
  room: ChatRoom;
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
}

/** From so many characters on it is counted in sight. */
const counted = 400;

/** Why nothing was sent; one that passes goes with the wait. */
const noNote = { text: '', passes: false };

/** One line of text, however long it looks: Enter sends. */
export function ChatComposer({ room, field, text, onText }: ChatComposerProps) {
  const waitUntil = useChatPart(room, (view) => view.waitUntil);
  const now = useNow();
  const [note, setNote] = useState(noNote);
  const countId = useId();
  const length = lengthOf(text);
  const wait = Math.max(0, Math.ceil((waitUntil - now) / 1000));
  const tooLong = length > mostCharacters;
  const send = () => {
    if (length === 0 || tooLong) return;
    // The shown second may be old.
    const left = Math.ceil((waitUntil - Date.now()) / 1000);
    if (left > 0) {
      setNote({ text: `Not so soon: you can write again in ${left} s.`, passes: true });
      return;
    }
    const taken = room.send(text);
    setNote(taken ? noNote : { text: 'Too many of your messages are unsent. Send or discard those first.', passes: false });
    if (taken) onText('');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    send();
    field.current?.focus();
  };
  return (
    <form onSubmit={submit} className="px-3 pt-2 pb-3">
      <div className="flex items-end gap-2">
        <textarea
          ref={field}
          rows={1}
          value={text}
          onChange={({ target }) => {
            onText(target.value.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' '));
            setNote(noNote);
          }}
          onKeyDown={onKey}
          enterKeyHint="send"
          autoComplete="off"
          aria-label="Your message"
          aria-describedby={countId}
          aria-invalid={tooLong || undefined}
          placeholder="Say something"
          className="field-sizing-content max-h-28 min-h-10 min-w-0 flex-1 resize-none rounded-lg border border-line-strong bg-page px-3 py-2 text-sm break-words placeholder:text-faint"
        />
        <button
          type="submit"
          aria-label={wait > 0 ? `Send, possible in ${wait} seconds` : 'Send'}
          aria-disabled={length === 0 || tooLong || wait > 0 || undefined}
          className="inline-flex h-10 min-w-10 shrink-0 items-center justify-center rounded-lg bg-primary px-2.5 text-sm font-medium text-on-primary tabular-nums hover:bg-primary-hover aria-disabled:bg-hover aria-disabled:text-soft"
        >
          {wait > 0 ? `${wait} s` : <Send aria-hidden="true" className="size-4" />}
        </button>
      </div>
      <div className="flex justify-between gap-2 text-xs text-faint">
        <p role="status" className="text-soft">
          {note.passes && wait === 0 ? '' : note.text}
        </p>
        <p id={countId} className={`ml-auto tabular-nums ${tooLong ? 'text-danger' : ''}`}>
          {length >= counted && (
            <>
              {length} <span className="sr-only">of</span>
              <span aria-hidden="true">/</span> {mostCharacters}
              {tooLong && <span className="sr-only"> characters: too long</span>}
            </>
          )}
        </p>
      </div>
    </form>
  );
}
