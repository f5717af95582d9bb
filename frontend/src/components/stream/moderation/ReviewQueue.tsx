import { MessageSquareDashed } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useModerationAct, usePendingActs } from '@/hooks/useModeration';
import { useRowFocus } from '@/hooks/useRowFocus';
import { moveRowFocus } from '@/lib/dom/rowFocus';
import { actToasts } from '@/lib/moderation/actToasts';
import type { ChatModeration, HeldMessage } from '@/types';
import { ActDialog, type Asking } from './ActDialog';
import { HeldRow } from './HeldRow';
import { PanelEmpty } from './PanelEmpty';

const row = '[data-held]';

/** Messages that wait for somebody to let them through, the oldest first. */
export function ReviewQueue({ streamId, moderation }: { streamId: string; moderation: ChatModeration }) {
  const { held, settings } = moderation;
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { mutate } = useModerationAct(streamId);
  const pending = usePendingActs(streamId);
  useRowFocus(list, row);

  const stop = held.find(({ id }) => id === current)?.id ?? held[0]?.id;
  const isReviewed = ({ id }: HeldMessage) => pending.some((act) => 'held' in act && act.held.id === id);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, altKey, metaKey, currentTarget } = event;
    if (ctrlKey || altKey || metaKey || !(currentTarget instanceof HTMLElement)) return;
    const one = held.find(({ id }) => id === stop);
    const done = moveRowFocus(currentTarget, row, key) || undoneBy(key) || (one !== undefined && reviewedBy(one, key));
    if (done) event.preventDefault();
  };
  const undoneBy = (key: string): boolean => {
    const toast = key.toLowerCase() === 'u' ? actToasts.undoable(streamId) : null;
    if (toast?.undo == null) return false;
    actToasts.remove(toast.id);
    mutate(toast.undo);
    return true;
  };
  const reviewedBy = (one: HeldMessage, key: string): boolean => {
    switch (key.toLowerCase()) {
      case 'a':
      case 'r':
        if (!isReviewed(one)) mutate({ kind: key.toLowerCase() === 'a' ? 'approve' : 'reject', held: one });
        return true;
      case 't':
      case 'b':
        setAsking({ kind: key.toLowerCase() === 't' ? 'timeOut' : 'ban', user: one.author });
        return true;
      default:
        return false;
    }
  };

  return (
    <>
      {held.length > 0 && (
        <p className="mb-3 text-sm text-faint max-sm:hidden">
          With the keyboard: arrows to move, <kbd>A</kbd> to approve, <kbd>R</kbd> to reject, <kbd>T</kbd> to time out, <kbd>B</kbd> to ban.
        </p>
      )}
      <ul ref={list} tabIndex={-1} aria-label="Messages that wait for review" onKeyDown={onKeyDown} className="grid grid-cols-1 gap-2 outline-none">
        {held.map((one) => (
          <HeldRow
            key={one.id}
            held={one}
            current={one.id === stop}
            busy={isReviewed(one)}
            onFocus={() => setCurrent(one.id)}
            onReview={(kind) => mutate({ kind, held: one })}
            onAsk={(kind) => setAsking({ kind, user: one.author })}
          />
        ))}
      </ul>
      {held.length === 0 && (
        <PanelEmpty icon={MessageSquareDashed} title="Nothing waits for review">
          {settings.hold === 'off'
            ? 'Messages appear at once. In the settings you can have them wait for you, or only those with links.'
            : settings.hold === 'all'
              ? 'Every message of viewers comes here first.'
              : 'Messages with a web address come here first.'}
        </PanelEmpty>
      )}
      {asking && (
        <ActDialog
          asking={asking}
          onClose={() => setAsking(null)}
          onAct={(act) => {
            setAsking(null);
            mutate(act);
          }}
        />
      )}
    </>
  );
}
