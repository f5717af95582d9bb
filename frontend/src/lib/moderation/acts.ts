import {
  appointModerator, banUser, changeChatSettings, clearChat, deleteChatMessage, dismissModerator, liftBan, liftTimeOut, pinChatMessage, reviewHeld,
  timeOutUser, undoChatAct, unpinChatMessage,
} from '@/lib/api/chat';
import type { ChatActed, ChatAuditEntry, ChatMessage, ChatPerson, ChatSettings, HeldMessage } from '@/types';

/** What a moderator does, with all that is needed to say it and to take it back. */
export type ModerationAct =
  | { kind: 'delete'; message: ChatMessage; reason: string | null }
  | { kind: 'clear' }
  | { kind: 'timeOut'; user: ChatPerson; seconds: number; removeMessages: boolean; reason: string | null }
  | { kind: 'ban'; user: ChatPerson; removeMessages: boolean; reason: string | null }
  | { kind: 'liftTimeOut'; user: ChatPerson; until: string }
  | { kind: 'liftBan'; user: ChatPerson }
  | { kind: 'settings'; settings: ChatSettings; before: ChatSettings }
  | { kind: 'approve' | 'reject'; held: HeldMessage }
  | { kind: 'pin'; message: ChatMessage; before: ChatMessage | null }
  | { kind: 'unpin'; message: ChatMessage }
  | { kind: 'appoint' | 'dismiss'; user: ChatPerson }
  | { kind: 'undo'; auditId: string; of: ModerationAct | ChatAuditEntry };

export function perform(streamId: string, act: ModerationAct): Promise<ChatActed> {
  switch (act.kind) {
    case 'delete':
      return deleteChatMessage(streamId, act.message.id, act.reason);
    case 'clear':
      return clearChat(streamId);
    case 'timeOut':
      return timeOutUser(streamId, act.user.userId, act.seconds, act);
    case 'ban':
      return banUser(streamId, act.user.userId, act);
    case 'liftTimeOut':
      return liftTimeOut(streamId, act.user.userId);
    case 'liftBan':
      return liftBan(streamId, act.user.userId);
    case 'settings':
      return changeChatSettings(streamId, act.settings);
    case 'approve':
    case 'reject':
      return reviewHeld(streamId, act.held.id, act.kind);
    case 'pin':
      return pinChatMessage(streamId, act.message.id);
    case 'unpin':
      return unpinChatMessage(streamId);
    case 'appoint':
      return appointModerator(streamId, act.user.userId);
    case 'dismiss':
      return dismissModerator(streamId, act.user.userId);
    case 'undo':
      return undoChatAct(streamId, act.auditId);
  }
}

/**
 * What takes an act back, or null where nothing does. Removals, time-outs, bans and reviews are undone by their entry in the
 * log; of the rest the opposite is done, which is an act of its own.
 * @param auditId What the server answered; null when there was nothing to do, and so nothing to take back.
 * @param now In milliseconds since 1970.
 */
export function undoOf(act: ModerationAct, auditId: string | null, now: number): ModerationAct | null {
  if (auditId === null) return null;
  const secondsLeft = act.kind === 'liftTimeOut' ? Math.ceil((Date.parse(act.until) - now) / 1000) : 0;
  switch (act.kind) {
    case 'delete':
    case 'clear':
    case 'timeOut':
    case 'ban':
    case 'approve':
    case 'reject':
      return { kind: 'undo', auditId, of: act };
    case 'liftTimeOut':
      return secondsLeft > 0 ? { kind: 'timeOut', user: act.user, seconds: secondsLeft, removeMessages: false, reason: null } : null;
    case 'liftBan':
      return { kind: 'ban', user: act.user, removeMessages: false, reason: null };
    case 'settings':
      return { kind: 'settings', settings: act.before, before: act.settings };
    case 'pin':
      return act.before === null ? { kind: 'unpin', message: act.message } : { kind: 'pin', message: act.before, before: act.message };
    case 'unpin':
      return { kind: 'pin', message: act.message, before: null };
    case 'appoint':
      return { kind: 'dismiss', user: act.user };
    case 'dismiss':
      return { kind: 'appoint', user: act.user };
    case 'undo':
      return null;
  }
}

/** Whether two acts are about the same thing, so that the second must wait for the first. */
export function concernsMessage(act: ModerationAct, messageId: string): boolean {
  return 'message' in act && act.message.id === messageId;
}
