import { ApiError, sentenceOf } from '@/lib/api/errors';
import type { ChatAuditEntry } from '@/types';
import type { ModerationAct } from './acts';
import { spellSeconds } from './durations';

const too = (removeMessages: boolean) => (removeMessages ? ', and what they wrote is removed' : '');

/** What has been done, as a sentence. */
export function doneWords(act: ModerationAct): string {
  switch (act.kind) {
    case 'delete':
      return `The message of ${act.message.userName} is deleted.`;
    case 'clear':
      return 'The chat is cleared.';
    case 'timeOut':
      return `${act.user.name} cannot write for ${spellSeconds(act.seconds)}${too(act.removeMessages)}.`;
    case 'ban':
      return `${act.user.name} is banned${too(act.removeMessages)}.`;
    case 'liftTimeOut':
    case 'liftBan':
      return `${act.user.name} may write again.`;
    case 'settings':
      return 'The settings of the chat are saved.';
    case 'approve':
      return `Everyone sees the message of ${act.held.author.name} now.`;
    case 'reject':
      return `The message of ${act.held.author.name} is rejected.`;
    case 'pin':
      return `The message of ${act.message.userName} is pinned.`;
    case 'unpin':
      return 'Nothing is pinned any more.';
    case 'appoint':
      return `${act.user.name} is a moderator now.`;
    case 'dismiss':
      return `${act.user.name} is no moderator any more.`;
    case 'undo':
      return undoneWords(act.of);
  }
}

function undoneWords(act: ModerationAct | ChatAuditEntry): string {
  switch (act.kind) {
    case 'delete':
      return `The message of ${act.message.userName} is back.`;
    case 'clear':
      return 'The messages are back.';
    case 'timeOut':
    case 'ban':
      return `${act.user.name} may write again${act.removeMessages ? ', and their messages are back' : ''}.`;
    case 'approve':
    case 'reject':
      return putBackWords(act.held.author.name);
    case 'approvedHeld':
    case 'rejectedHeld':
      return putBackWords(act.user?.name ?? 'somebody');
    default:
      return 'It is taken back.';
  }
}

function putBackWords(name: string): string {
  return `The message of ${name} is put back for review.`;
}

/** The server had nothing to do: somebody was faster, or it was so already. */
export function nothingWords(act: ModerationAct): string {
  return act.kind === 'undo' ? 'That was taken back already.' : 'That was so already. Nothing has changed.';
}

const failed: Record<string, string> = {
  unavailable: 'The chat did not do it. Try again in a moment.',
  room_busy: 'The chat has too much to do right now. Try again in a moment.',
  not_a_moderator: 'You do not moderate this chat any more.',
  held_not_found: 'Somebody has reviewed this message already.',
};

/** Why an act has not been done. */
export function failedWords(error: unknown): string {
  return (error instanceof ApiError ? failed[error.code] : undefined) ?? sentenceOf(error);
}
