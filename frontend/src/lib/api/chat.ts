import type { ChatActed, ChatAuditEntry, ChatModeration, ChatSettings } from '@/types';
import { get, request } from './client';

/** For owner and moderators; 403 `not_a_moderator` for everybody else, as all that follows. */
export function getModeration(streamId: string, signal?: AbortSignal): Promise<ChatModeration> {
  return get(`${pathOf(streamId)}/moderation`, undefined, signal);
}

/** Newest first; `next` is `before` of the next page. */
export function getChatAudit(
  streamId: string, before: string | null, signal?: AbortSignal,
): Promise<{ items: ChatAuditEntry[]; next: string | null }> {
  return get(`${pathOf(streamId)}/audit`, { before, limit: 50 }, signal);
}

/**
 * Takes back a removal, a time-out, a ban or a review; 409 `not_undoable` for anything else. A reviewed message waits again, unless there is no
 * room for it (409 `review_full`), its author is banned (409 `author_banned`) or has sent it again (409 `already_held`).
 */
export function undoChatAct(streamId: string, auditId: string): Promise<ChatActed> {
  return request('POST', `${pathOf(streamId)}/audit/${encodeURIComponent(auditId)}/undo`);
}

/** At most 200 characters; for the audit alone. */
type Reason = string | null;

export function deleteChatMessage(streamId: string, messageId: string, reason: Reason): Promise<ChatActed> {
  return request('DELETE', `${pathOf(streamId)}/${encodeURIComponent(messageId)}`, { query: { reason } });
}

/** Removes every message so far. */
export function clearChat(streamId: string): Promise<ChatActed> {
  return request('DELETE', pathOf(streamId));
}

export interface Sanction {
  /** Also what they have written so far. */
  removeMessages: boolean;
  reason: Reason;
}

/** For 1 second to 14 days. */
export function timeOutUser(streamId: string, userId: string, seconds: number, { removeMessages, reason }: Sanction): Promise<ChatActed> {
  return request('POST', `${pathOf(streamId)}/timeouts`, { body: { userId, seconds, removeMessages, reason } });
}

export function liftTimeOut(streamId: string, userId: string): Promise<ChatActed> {
  return request('DELETE', `${pathOf(streamId)}/timeouts/${encodeURIComponent(userId)}`);
}

export function banUser(streamId: string, userId: string, { removeMessages, reason }: Sanction): Promise<ChatActed> {
  return request('POST', `${pathOf(streamId)}/bans/${encodeURIComponent(userId)}`, { body: { removeMessages, reason } });
}

export function liftBan(streamId: string, userId: string): Promise<ChatActed> {
  return request('DELETE', `${pathOf(streamId)}/bans/${encodeURIComponent(userId)}`);
}

/** All of them: what is left out is not kept. */
export function changeChatSettings(streamId: string, settings: ChatSettings): Promise<ChatActed> {
  return request('PUT', `${pathOf(streamId)}/settings`, { body: settings });
}

export function reviewHeld(streamId: string, heldId: string, verdict: 'approve' | 'reject'): Promise<ChatActed> {
  return request('POST', `${pathOf(streamId)}/held/${encodeURIComponent(heldId)}/${verdict}`);
}

/** In place of the one that was pinned. */
export function pinChatMessage(streamId: string, messageId: string): Promise<ChatActed> {
  return request('PUT', `${pathOf(streamId)}/pinned`, { body: { messageId } });
}

export function unpinChatMessage(streamId: string): Promise<ChatActed> {
  return request('DELETE', `${pathOf(streamId)}/pinned`);
}

/** The owner's alone. */
export function appointModerator(streamId: string, userId: string): Promise<ChatActed> {
  return request('POST', `${pathOf(streamId)}/moderators/${encodeURIComponent(userId)}`);
}

/** The owner's alone; a moderator may dismiss himself. */
export function dismissModerator(streamId: string, userId: string): Promise<ChatActed> {
  return request('DELETE', `${pathOf(streamId)}/moderators/${encodeURIComponent(userId)}`);
}

function pathOf(streamId: string): string {
  return `/api/streams/${encodeURIComponent(streamId)}/chat`;
}
