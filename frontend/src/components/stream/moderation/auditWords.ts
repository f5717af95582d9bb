import { spellSeconds } from '@/lib/moderation/durations';
import type { ChatAuditEntry } from '@/types';

/** What somebody did, after their name: `timed out Bob for 10 minutes`. */
export function auditWords({ kind, at, actor, user, until, text }: ChatAuditEntry): string {
  const self = user?.userId === actor.userId;
  const whom = user?.name ?? 'somebody';
  const whose = self ? 'a message of their own' : `a message of ${whom}`;
  switch (kind) {
    case 'deletedMessage':
      return `deleted ${whose}`;
    case 'clearedRoom':
      return 'cleared the chat';
    case 'timedOutUser':
      return until === null ? `timed out ${whom}` : `timed out ${whom} for ${spellSeconds(Math.round((Date.parse(until) - Date.parse(at)) / 1000))}`;
    case 'bannedUser':
      return `banned ${whom}`;
    case 'unbannedUser':
      return `let ${whom} write again`;
    case 'changedSettings':
      return 'changed the settings';
    case 'approvedHeld':
      return `approved ${whose}`;
    case 'rejectedHeld':
      return `rejected ${whose}`;
    case 'pinnedMessage':
      return `pinned ${whose}`;
    case 'unpinnedMessage':
      return `unpinned ${whose}`;
    case 'appointedModerator':
      return `made ${whom} a moderator`;
    case 'dismissedModerator':
      return self ? 'stepped down as a moderator' : `dismissed ${whom} as a moderator`;
    case 'undid':
      return undidWords(text, whom, whose);
  }
}

/** @param kind What was taken back: the entry's text, in whichever case the server writes it. */
function undidWords(kind: string | null, whom: string, whose: string): string {
  switch (kind?.toLowerCase()) {
    case 'deletedmessage':
      return `took back the removal of a message of ${whom}`;
    case 'clearedroom':
      return 'took back that the chat was cleared';
    case 'timedoutuser':
      return `took back the time-out of ${whom}`;
    case 'banneduser':
      return `took back the ban of ${whom}`;
    case 'approvedheld':
      return `took ${whose} out of the chat and put it back for review`;
    case 'rejectedheld':
      return `put ${whose} back for review`;
    default:
      return 'took back an act';
  }
}

/** What has become of an entry that was taken back. */
export function takenBackWords({ kind }: ChatAuditEntry): string {
  return kind === 'approvedHeld' || kind === 'rejectedHeld' ? 'put back for review' : 'taken back';
}

/** What was said or set, to be shown beside it; null where the words above say it all. */
export function auditText({ kind, text }: ChatAuditEntry): string | null {
  return kind === 'undid' ? null : text;
}
