import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { useMe } from '@/hooks/useAccount';
import { useChatPart } from '@/hooks/useChat';
import { useModerationAct, useModerationNews, useModerationQuery, usePendingActs } from '@/hooks/useModeration';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import { keepRowFocus } from '@/lib/dom/rowFocus';
import { actToasts } from '@/lib/moderation/actToasts';
import { concernsMessage, type ModerationAct } from '@/lib/moderation/acts';
import { actionOfKey, actionsOn, type MessageAction } from '@/lib/moderation/messageActions';
import type { ChatMessage } from '@/types';
import { ActDialog, type Asking } from './ActDialog';
import { ActToasts } from './ActToasts';
import { focusRow, logIn, rowSelector } from './chatRows';
import { choose, type ChosenMessage } from './chosenMessage';
import { pauseWhileAiming } from './pauseWhileAiming';
import { MessageMenu } from './MessageMenu';

interface ModeratorToolsProps {
  room: ChatRoom;
  /** Holds the chat. */
  box: HTMLElement;
  chosen: ChosenMessage | null;
  onChoose: (chosen: ChosenMessage | null) => void;
}

function messageIn(room: ChatRoom, seq: number): ChatMessage | undefined {
  return room.view.getSnapshot().blocks.flatMap(({ messages }) => messages).find((message) => message.seq === seq);
}

/** What a moderator does to the messages in a chat: by menu or key, with the way back in a toast. */
export function ModeratorTools({ room, box, chosen, onChoose }: ModeratorToolsProps) {
  const { streamId } = room;
  const { data: me } = useMe();
  const { data: moderation } = useModerationQuery(streamId);
  useModerationNews(streamId);
  const role = useChatPart(room, (view) => view.you?.role ?? 'viewer');
  const pinned = useChatPart(room, (view) => view.room?.pinned ?? null);
  const { mutate } = useModerationAct(streamId);
  const pending = usePendingActs(streamId);
  const [asking, setAsking] = useState<{ about: Asking; seq: number } | null>(null);

  const allowedOn = (message: ChatMessage) =>
    actionsOn(message, {
      role,
      userId: me?.id ?? null,
      pinnedId: pinned?.id ?? null,
      moderators: moderation ? new Set(moderation.moderators.map(({ userId }) => userId)) : null,
    });

  const start = (action: MessageAction, message: ChatMessage) => {
    const user = { userId: message.userId, name: message.userName };
    switch (action) {
      case 'timeOut':
      case 'ban':
        setAsking({ about: { kind: action, user }, seq: message.seq });
        return;
      case 'deleteWithReason':
        setAsking({ about: { kind: 'delete', message }, seq: message.seq });
        return;
      case 'appoint':
      case 'dismiss':
        mutate({ kind: action, user });
        return;
      case 'pin':
        mutate({ kind: 'pin', message, before: pinned });
        return;
      case 'unpin':
        mutate({ kind: 'unpin', message });
        return;
      case 'delete':
        if (!pending.some((act) => act.kind === 'delete' && concernsMessage(act, message.id))) mutate({ kind: 'delete', message, reason: null });
    }
  };

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>(rowSelector) : null;
    if (row === null || event.defaultPrevented) return;
    const message = messageIn(room, Number(row.dataset.seq));
    if (message === undefined) return;
    const action = actionOfKey(event, allowedOn(message));
    const toast = event.key.toLowerCase() === 'u' && !event.ctrlKey && !event.metaKey && !event.altKey ? actToasts.undoable(streamId) : null;
    if (action !== null) start(action, message);
    else if (event.key === 'Enter' && event.target === row) onChoose(choose(message, row));
    else if (toast?.undo != null) {
      actToasts.remove(toast.id);
      mutate(toast.undo);
    } else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    box.addEventListener('keydown', listen);
    const release = keepRowFocus(box, rowSelector, () => logIn(box));
    return () => {
      box.removeEventListener('keydown', listen);
      release();
    };
  }, [box]);

  useEffect(() => pauseWhileAiming(room, box), [room, box]);

  const closeMenu = useCallback(() => {
    if (chosen) giveBackFocus(box, chosen);
    onChoose(null);
  }, [box, chosen, onChoose]);
  const closeDialog = () => {
    const seq = asking?.seq;
    setAsking(null);
    // What it was about may be gone by then; the dialog gives the focus back to what is still there alone.
    if (seq !== undefined) setTimeout(() => document.activeElement === document.body && focusRow(box, seq));
  };
  const act = (done: ModerationAct) => {
    closeDialog();
    mutate(done);
  };

  return (
    <>
      {chosen && (
        <MessageMenu
          message={chosen.message}
          actions={allowedOn(chosen.message)}
          anchor={chosen.place}
          onClose={closeMenu}
          onPick={(action) => {
            closeMenu();
            start(action, chosen.message);
          }}
        />
      )}
      {asking && <ActDialog asking={asking.about} onClose={closeDialog} onAct={act} />}
      <ActToasts streamId={streamId} />
    </>
  );
}

/** The button of a row is there only while somebody is on that row, and that of the pinned message goes when it is unpinned. */
function giveBackFocus(box: HTMLElement, { message, opener }: ChosenMessage): void {
  const log = logIn(box);
  if (log?.contains(opener) === false && opener.isConnected) log.focus({ preventScroll: true });
  else focusRow(box, message.seq);
}
