import type { ChatAuditEntry, ChatMessage, ChatModeration, HeldMessage } from '@/types';

export function messageOf(patch: Partial<ChatMessage> = {}): ChatMessage {
  const seq = patch.seq ?? 7;
  return { seq, id: String(seq), userId: 'bob', userName: 'Bob', role: 'viewer', text: 'hello', sentAt: '2026-11-22T12:00:00Z', ...patch };
}

export function heldOf(patch: Partial<HeldMessage> = {}): HeldMessage {
  return { id: 'h1', author: { userId: 'bob', name: 'Bob' }, text: 'see example.org', at: '2026-11-22T12:00:00Z', why: 'link', ...patch };
}

export function moderationOf(patch: Partial<ChatModeration> = {}): ChatModeration {
  return {
    you: 'owner', settings: { slowModeSeconds: 0, blockedTerms: [], hold: 'off', ifFilterFails: 'hold', closed: false },
    pinned: null, moderators: [], bans: [], timeouts: [], held: [], ...patch,
  };
}

export function auditOf(patch: Partial<ChatAuditEntry> = {}): ChatAuditEntry {
  return {
    id: 'e1', at: '2026-11-22T12:00:00Z', actor: { userId: 'ada', name: 'Ada' }, kind: 'deletedMessage', user: { userId: 'bob', name: 'Bob' },
    messageId: '7', text: 'hello', reason: null, until: null, undoes: null, undoneBy: null, undoable: true, ...patch,
  };
}
