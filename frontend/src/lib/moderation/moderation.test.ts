import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/lib/api/errors';
import { auditOf, heldOf, messageOf, moderationOf } from '@/test/moderation';
import { ActToasts, type ActToast } from './actToasts';
import { undoOf, type ModerationAct } from './acts';
import { doneWords, failedWords, nothingWords } from './actWords';
import { customTimeOut, spellSeconds } from './durations';
import { actionOfKey, actionsOn, type ModeratorView } from './messageActions';

const bob = { userId: 'bob', name: 'Bob' };
const message = messageOf();
const { settings } = moderationOf();

describe('what takes an act back', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');

  it('is its entry in the log, for removals, time-outs, bans and reviews', () => {
    const acts: ModerationAct[] = [
      { kind: 'delete', message, reason: null },
      { kind: 'clear' },
      { kind: 'timeOut', user: bob, seconds: 60, removeMessages: false, reason: null },
      { kind: 'ban', user: bob, removeMessages: true, reason: 'spam' },
      { kind: 'approve', held: heldOf() },
      { kind: 'reject', held: heldOf() },
    ];
    for (const act of acts) expect(undoOf(act, 'e1', now)).toEqual({ kind: 'undo', auditId: 'e1', of: act });
  });

  it('is the opposite, for what the log does not undo', () => {
    const before = messageOf({ seq: 3 });
    const closed = { ...settings, closed: true };
    expect(undoOf({ kind: 'pin', message, before }, 'e1', now)).toEqual({ kind: 'pin', message: before, before: message });
    expect(undoOf({ kind: 'pin', message, before: null }, 'e1', now)).toEqual({ kind: 'unpin', message });
    expect(undoOf({ kind: 'appoint', user: bob }, 'e1', now)).toEqual({ kind: 'dismiss', user: bob });
    expect(undoOf({ kind: 'settings', settings: closed, before: settings }, 'e1', now)).toEqual({ kind: 'settings', settings, before: closed });
  });

  it('gives back what was left of a time-out, and nothing when it is over', () => {
    const lifted = (until: string): ModerationAct => ({ kind: 'liftTimeOut', user: bob, until });
    expect(undoOf(lifted('2026-11-22T12:01:30Z'), 'e1', now)).toEqual({ kind: 'timeOut', user: bob, seconds: 90, removeMessages: false, reason: null });
    expect(undoOf(lifted('2026-11-22T12:00:00Z'), 'e1', now)).toBeNull();
  });

  it('does not exist when nothing was done, nor for what takes back itself', () => {
    expect(undoOf({ kind: 'clear' }, null, now)).toBeNull();
    expect(undoOf({ kind: 'undo', auditId: 'e1', of: { kind: 'reject', held: heldOf() } }, 'e2', now)).toBeNull();
  });
});

describe('sentences', () => {
  it('say what was done, and that it is taken back', () => {
    const timeOut: ModerationAct = { kind: 'timeOut', user: bob, seconds: 600, removeMessages: true, reason: null };
    expect(doneWords(timeOut)).toBe('Bob cannot write for 10 minutes, and what they wrote is removed.');
    expect(doneWords({ kind: 'undo', auditId: 'e1', of: timeOut })).toBe('Bob may write again, and their messages are back.');
    for (const kind of ['approve', 'reject'] as const) {
      expect(doneWords({ kind: 'undo', auditId: 'e1', of: { kind, held: heldOf() } })).toBe('The message of Bob is put back for review.');
    }
    for (const kind of ['approvedHeld', 'rejectedHeld'] as const) {
      expect(doneWords({ kind: 'undo', auditId: 'e1', of: auditOf({ kind }) })).toBe('The message of Bob is put back for review.');
    }
    expect(doneWords({ kind: 'undo', auditId: 'e1', of: auditOf() })).toBe('It is taken back.');
  });

  it('say when there was nothing to do', () => {
    expect(nothingWords({ kind: 'clear' })).toBe('That was so already. Nothing has changed.');
  });

  it('say why it failed in words that fit an act', () => {
    expect(failedWords(new ApiError(503, { code: 'unavailable', detail: 'The message could not be kept. Send it again.' }))).toBe(
      'The chat did not do it. Try again in a moment.',
    );
    expect(failedWords(new ApiError(403, { code: 'protected_user', detail: 'The owner cannot be moderated.' }))).toBe('The owner cannot be moderated.');
  });

  it.each([
    [60, '1 minute'],
    [600, '10 minutes'],
    [86_400, '1 day'],
    [93_600, '1 day 2 hours'],
    [3_605, '1 hour'],
    [5, '5 seconds'],
    [0, '0 seconds'],
  ])('spell %d seconds as %s', (seconds, words) => expect(spellSeconds(seconds)).toBe(words));
});

describe('a time-out of one’s own', () => {
  it.each([
    ['90', 'minutes', 5_400],
    ['14', 'days', 1_209_600],
    ['336', 'hours', 1_209_600],
    ['15', 'days', null],
    ['0', 'hours', null],
    ['1.5', 'hours', null],
    ['', 'hours', null],
  ] as const)('%s %s is %s', (amount, unit, seconds) => expect(customTimeOut(amount, unit)).toBe(seconds));
});

describe('what may be done about a message', () => {
  const view = (patch: Partial<ModeratorView> = {}): ModeratorView => ({
    role: 'moderator', userId: 'mod', pinnedId: null, moderators: new Set(['mod', 'cy']), ...patch,
  });

  it('is nothing for viewers', () => expect(actionsOn(message, view({ role: 'viewer' }))).toEqual([]));

  it('is all but appointing for a moderator', () =>
    expect(actionsOn(message, view())).toEqual(['delete', 'deleteWithReason', 'pin', 'timeOut', 'ban']));

  it('spares the owner and other moderators, who may be pinned', () => {
    expect(actionsOn(messageOf({ userId: 'ada', role: 'owner' }), view())).toEqual(['pin']);
    expect(actionsOn(messageOf({ userId: 'cy', role: 'viewer' }), view())).toEqual(['pin']);
  });

  it('of one’s own does not bar oneself', () =>
    expect(actionsOn(messageOf({ userId: 'mod', role: 'moderator', id: '9' }), view({ pinnedId: '9' }))).toEqual(['delete', 'deleteWithReason', 'unpin']));

  it('lets the owner appoint, and dismiss whoever moderates now', () => {
    const owner = view({ role: 'owner', userId: 'ada' });
    expect(actionsOn(message, owner).at(-1)).toBe('appoint');
    expect(actionsOn(messageOf({ userId: 'cy' }), owner)).toEqual(['delete', 'deleteWithReason', 'pin', 'timeOut', 'ban', 'dismiss']);
    expect(actionsOn(messageOf({ role: 'moderator' }), owner).at(-1)).toBe('appoint');
    expect(actionsOn(messageOf({ role: 'moderator' }), { ...owner, moderators: null }).at(-1)).toBe('dismiss');
  });
});

describe('keys on a message', () => {
  const press = (key: string, patch: object = {}) => ({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...patch });
  const allowed = ['delete', 'deleteWithReason', 'unpin', 'ban'] as const;

  it('ask for what is allowed alone', () => {
    expect(actionOfKey(press('Delete'), allowed)).toBe('delete');
    expect(actionOfKey(press('Delete', { shiftKey: true }), allowed)).toBe('deleteWithReason');
    expect(actionOfKey(press('p'), allowed)).toBe('unpin');
    expect(actionOfKey(press('B'), allowed)).toBe('ban');
    expect(actionOfKey(press('t'), allowed)).toBeNull();
    expect(actionOfKey(press('x'), allowed)).toBeNull();
  });

  it('leave the browser its own', () => expect(actionOfKey(press('p', { ctrlKey: true }), allowed)).toBeNull());
});

describe('toasts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const toast = (patch: Partial<ActToast> = {}) => ({ streamId: 'a', sentence: 'Done.', undo: null, again: null, failed: false, ...patch });
  const sentences = (toasts: ActToasts) => toasts.shown.getSnapshot().map(({ sentence }) => sentence);

  it('go after ten seconds, failures after twenty', () => {
    const toasts = new ActToasts();
    toasts.add(toast({ undo: { kind: 'undo', auditId: 'e1', of: { kind: 'clear' } } }));
    toasts.add(toast({ sentence: 'No.', failed: true }));
    vi.advanceTimersByTime(10_000);
    expect(sentences(toasts)).toEqual(['No.']);
    vi.advanceTimersByTime(10_000);
    expect(sentences(toasts)).toEqual([]);
  });

  it('stay while somebody is at them, new ones as well', () => {
    const toasts = new ActToasts();
    toasts.add(toast({ undo: { kind: 'undo', auditId: 'e1', of: { kind: 'clear' } } }));
    toasts.hold();
    toasts.add(toast({ sentence: 'Two.' }));
    vi.advanceTimersByTime(60_000);
    expect(sentences(toasts)).toEqual(['Done.', 'Two.']);
    toasts.release();
    vi.advanceTimersByTime(10_000);
    expect(sentences(toasts)).toEqual([]);
  });

  it('that can only be read make room for newer ones', () => {
    const toasts = new ActToasts();
    for (const sentence of ['1', '2']) toasts.add(toast({ sentence }));
    expect(sentences(toasts)).toEqual(['2']);
  });

  it('are three at most: the oldest goes', () => {
    const toasts = new ActToasts();
    for (const sentence of ['1', '2', '3', '4']) toasts.add(toast({ sentence, undo: { kind: 'undo', auditId: sentence, of: { kind: 'clear' } } }));
    expect(sentences(toasts)).toEqual(['2', '3', '4']);
  });

  it('know the newest act of a stream that can be taken back', () => {
    const toasts = new ActToasts();
    const undo: ModerationAct = { kind: 'undo', auditId: 'e1', of: { kind: 'clear' } };
    toasts.add(toast({ undo }));
    toasts.add(toast({ sentence: 'Of another', streamId: 'b', undo }));
    toasts.add(toast());
    expect(toasts.undoable('a')?.id).toBe(1);
    expect(toasts.undoable('c')).toBeNull();
    toasts.takenBack('e2');
    expect(toasts.undoable('a')?.id).toBe(1);
    toasts.takenBack('e1');
    expect(toasts.undoable('a')).toBeNull();
  });
});
