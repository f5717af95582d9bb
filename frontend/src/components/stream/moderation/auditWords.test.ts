import { describe, expect, it } from 'vitest';
import { auditOf } from '@/test/moderation';
import { auditText, auditWords, takenBackWords } from './auditWords';

describe('an entry of the log', () => {
  it('says who did what to whom', () => {
    expect(auditWords(auditOf())).toBe('deleted a message of Bob');
    expect(auditWords(auditOf({ kind: 'timedOutUser', until: '2026-11-22T12:10:00.4Z' }))).toBe('timed out Bob for 10 minutes');
    expect(auditWords(auditOf({ kind: 'clearedRoom', user: null }))).toBe('cleared the chat');
    expect(auditWords(auditOf({ user: { userId: 'ada', name: 'Ada' } }))).toBe('deleted a message of their own');
    expect(auditWords(auditOf({ kind: 'dismissedModerator', user: { userId: 'ada', name: 'Ada' } }))).toBe('stepped down as a moderator');
  });

  it('says what an undo took back, and does not show the kind as a text', () => {
    const undid = auditOf({ kind: 'undid', text: 'BannedUser' });
    expect(auditWords(undid)).toBe('took back the ban of Bob');
    expect(auditWords({ ...undid, text: 'deletedMessage' })).toBe('took back the removal of a message of Bob');
    expect(auditWords({ ...undid, text: 'ApprovedHeld' })).toBe('took a message of Bob out of the chat and put it back for review');
    expect(auditWords({ ...undid, text: 'RejectedHeld' })).toBe('put a message of Bob back for review');
    expect(auditText(undid)).toBeNull();
    expect(auditText(auditOf())).toBe('hello');
  });

  it('says what has become of what was taken back', () => {
    expect(takenBackWords(auditOf())).toBe('taken back');
    for (const kind of ['approvedHeld', 'rejectedHeld'] as const) expect(takenBackWords(auditOf({ kind }))).toBe('put back for review');
  });
});
