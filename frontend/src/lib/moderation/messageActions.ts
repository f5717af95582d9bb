import type { ChatMessage, ChatRole } from '@/types';

export type MessageAction = 'delete' | 'deleteWithReason' | 'timeOut' | 'ban' | 'pin' | 'unpin' | 'appoint' | 'dismiss';

/** Who looks at a message, and what the room holds. */
export interface ModeratorView {
  role: ChatRole;
  userId: string | null;
  pinnedId: string | null;
  /** Ids of the moderators as they are now; a message tells only what its author was then. Null while it is not known. */
  moderators: ReadonlySet<string> | null;
}

/** What may be done about a message, in the order of the menu. The server decides all the same. */
export function actionsOn(message: ChatMessage, view: ModeratorView): MessageAction[] {
  if (view.role === 'viewer') return [];
  const own = message.userId === view.userId;
  const authorModerates = view.moderators?.has(message.userId) ?? message.role === 'moderator';
  // Nobody acts on the owner, and on moderators only the owner does.
  const isProtected = !own && (message.role === 'owner' || (authorModerates && view.role !== 'owner'));
  const mayAppoint = view.role === 'owner' && !own && message.role !== 'owner';
  return [
    ...(isProtected ? [] : (['delete', 'deleteWithReason'] as const)),
    message.id === view.pinnedId ? 'unpin' : 'pin',
    ...(isProtected || own ? [] : (['timeOut', 'ban'] as const)),
    ...(mayAppoint ? [authorModerates ? ('dismiss' as const) : ('appoint' as const)] : []),
  ];
}

export const actionNames: Record<MessageAction, string> = {
  delete: 'Delete',
  deleteWithReason: 'Delete with a reason…',
  pin: 'Pin',
  unpin: 'Unpin',
  timeOut: 'Time out…',
  ban: 'Ban…',
  appoint: 'Make a moderator',
  dismiss: 'Dismiss as moderator',
};

/** Keys as menus show them. */
export const actionKeys: Partial<Record<MessageAction, string>> = {
  delete: 'Del', deleteWithReason: 'Shift+Del', timeOut: 'T', ban: 'B', pin: 'P', unpin: 'P',
};

interface Press {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
}

/** What a key asks for on a message, out of what may be done about it. */
export function actionOfKey({ key, shiftKey, ctrlKey, altKey, metaKey }: Press, allowed: readonly MessageAction[]): MessageAction | null {
  if (ctrlKey || altKey || metaKey) return null;
  const asked = ((): MessageAction[] => {
    switch (key.toLowerCase()) {
      case 'delete':
      case 'backspace':
        return [shiftKey ? 'deleteWithReason' : 'delete'];
      case 't':
        return ['timeOut'];
      case 'b':
        return ['ban'];
      case 'p':
        return ['pin', 'unpin'];
      default:
        return [];
    }
  })();
  return asked.find((action) => allowed.includes(action)) ?? null;
}
