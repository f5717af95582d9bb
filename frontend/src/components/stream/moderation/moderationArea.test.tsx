import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { actToasts } from '@/lib/moderation/actToasts';
import { stubDialogs } from '@/test/dialogs';
import { FakeRoom } from '@/test/fakeRoom';
import { auditOf, heldOf, moderationOf } from '@/test/moderation';
import { renderWithClient } from '@/test/withClient';
import { ActToasts } from './ActToasts';
import { ModerationArea } from './ModerationArea';

const user = userEvent.setup();
const bob = { userId: 'bob', name: 'Bob' };

beforeEach(() => {
  stubDialogs();
  for (const { id } of actToasts.shown.getSnapshot()) actToasts.remove(id);
});

function open() {
  renderWithClient(
    <>
      <ModerationArea streamId="a" />
      <ActToasts streamId="a" />
    </>,
  );
}

const tab = async (name: RegExp) => user.click(await screen.findByRole('tab', { name }));
const toasts = () => within(screen.getByRole('group', { name: 'What you just did' }));

describe('review', () => {
  const three = ['h1', 'h2', 'h3'].map((id) => heldOf({ id, text: `text of ${id}` }));

  it('goes through the queue with A and R, and the focus stays in it', async () => {
    const room = new FakeRoom(moderationOf({ held: three }));
    open();
    const list = await screen.findByRole('list', { name: 'Messages that wait for review' });
    expect(screen.getByRole('tab', { name: 'Review, 3 wait for review' })).toBeTruthy();
    within(list).getAllByRole('listitem')[0]?.focus();
    room.moderation = moderationOf({ held: three.slice(1) });
    await user.keyboard('a');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-held')).toBe('h2'));
    await user.keyboard('{ArrowDown}');
    room.moderation = moderationOf({ held: three.slice(1, 2) });
    await user.keyboard('r');
    await waitFor(() => expect(document.activeElement?.getAttribute('data-held')).toBe('h2'));
    expect(room.acts).toEqual([{ call: 'POST /held/h1/approve' }, { call: 'POST /held/h3/reject' }]);
    expect(toasts().getByText('The message of Bob is rejected.')).toBeTruthy();
    expect(toasts().getAllByRole('button', { name: 'Undo' })).toHaveLength(2);

    // The last one comes back, by the key that takes back what was just done.
    room.moderation = moderationOf({ held: [...three.slice(1, 2), heldOf({ id: 'h4', text: 'text of h3' })] });
    await user.keyboard('u');
    await waitFor(() => expect(room.acts.at(-1)).toEqual({ call: 'POST /audit/e1/undo' }));
    expect(await toasts().findByText('The message of Bob is put back for review.')).toBeTruthy();
    expect(await within(list).findByRole('listitem', { name: 'Bob: text of h3' })).toBeTruthy();
    expect(document.activeElement?.getAttribute('data-held')).toBe('h2');
  });

  it('takes the last one back when nothing waits any more', async () => {
    const room = new FakeRoom(moderationOf({ held: three.slice(0, 1) }));
    open();
    (await screen.findByRole('listitem')).focus();
    room.moderation = moderationOf();
    await user.keyboard('a');
    expect(await screen.findByText('Nothing waits for review')).toBeTruthy();
    room.moderation = moderationOf({ held: [heldOf({ id: 'h4' })] });
    await user.keyboard('u');
    expect(await screen.findByRole('listitem', { name: 'Bob: see example.org' })).toBeTruthy();
    expect(room.acts).toEqual([{ call: 'POST /held/h1/approve' }, { call: 'POST /audit/e1/undo' }]);
  });

  it('says that somebody was faster, and shows what is left', async () => {
    const room = new FakeRoom(moderationOf({ held: three.slice(0, 1) }));
    open();
    const approve = await screen.findByRole('button', { name: 'Approve' });
    room.answer = { status: 404, body: { code: 'held_not_found', detail: 'This message does not wait for review any more.' } };
    room.moderation = moderationOf();
    await user.click(approve);
    expect(await toasts().findByText('Somebody has reviewed this message already.')).toBeTruthy();
    expect(await screen.findByText('Nothing waits for review')).toBeTruthy();
  });

  it('bars the author from here as well', async () => {
    const room = new FakeRoom(moderationOf({ held: three.slice(0, 1) }));
    open();
    (await screen.findByRole('listitem')).focus();
    await user.keyboard('t');
    const dialog = screen.getByRole('dialog', { name: 'Time out Bob' });
    await user.click(within(dialog).getByLabelText('Another time'));
    const amount = within(dialog).getByLabelText('How long');
    await user.clear(amount);
    await user.type(amount, '15');
    await user.selectOptions(within(dialog).getByLabelText('Unit'), 'days');
    expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Time out' }).disabled).toBe(true);
    await user.clear(amount);
    await user.type(amount, '14');
    await user.click(within(dialog).getByLabelText('Also remove what they wrote so far'));
    await user.type(within(dialog).getByLabelText('Reason (optional)'), ' spam {Enter}');
    await waitFor(() =>
      expect(room.acts).toEqual([{ call: 'POST /timeouts', body: { userId: 'bob', seconds: 1_209_600, removeMessages: true, reason: 'spam' } }]),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.click(await toasts().findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(room.acts.at(-1)).toEqual({ call: 'POST /audit/e1/undo' }));
    expect(await toasts().findByText('Bob may write again, and their messages are back.')).toBeTruthy();
  });
});

describe('settings', () => {
  it('saves what was changed over what others have set meanwhile, and takes it back', async () => {
    const room = new FakeRoom(moderationOf());
    open();
    await tab(/Settings/);
    const save = await screen.findByRole<HTMLButtonElement>('button', { name: 'Save' });
    expect(save.disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: '30 s' }));
    expect(screen.getByLabelText<HTMLInputElement>('Slow mode, in seconds').value).toBe('30');
    await user.click(screen.getByLabelText('Messages with links'));
    await user.click(screen.getByLabelText('Refuse it'));
    const terms = screen.getByLabelText('Blocked words and phrases');
    await user.type(terms, 'ham{Enter}');
    await user.click(terms);
    await user.paste('spam\ntwo words\nHAM');
    await user.click(screen.getByRole('button', { name: 'Remove ham' }));
    const before = room.moderation.settings;
    const saved = { slowModeSeconds: 30, blockedTerms: ['spam', 'two words'], hold: 'links', ifFilterFails: 'refuse', closed: false } as const;
    room.moderation = moderationOf({ settings: { ...saved, blockedTerms: [...saved.blockedTerms] } });
    await user.click(save);
    await waitFor(() => expect(room.acts).toEqual([{ call: 'PUT /settings', body: saved }]));
    await waitFor(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true));
    await user.click(toasts().getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(room.acts.at(-1)).toEqual({ call: 'PUT /settings', body: before }));
  });

  it('takes no nonsense for slow mode, and keeps what is unsaved when it is refused', async () => {
    const room = new FakeRoom(moderationOf());
    open();
    await tab(/Settings/);
    const slow = await screen.findByLabelText<HTMLInputElement>('Slow mode, in seconds');
    await user.clear(slow);
    await user.type(slow, '121');
    expect(screen.getByText('A whole number from 0 to 120.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save' }).disabled).toBe(true);
    await user.clear(slow);
    await user.type(slow, '20');
    room.answer = { status: 503, body: { code: 'unavailable', detail: 'x' } };
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await toasts().findByText('The chat did not do it. Try again in a moment.')).toBeTruthy();
    expect(slow.value).toBe('20');
    room.answer = { status: 200, body: { auditId: 'e1' } };
    await user.click(toasts().getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(room.acts).toHaveLength(2));
    expect(room.acts[1]).toEqual(room.acts[0]);
  });

  it('keeps what is changed while it saves, and discards also what is no number', async () => {
    const room = new FakeRoom(moderationOf());
    open();
    await tab(/Settings/);
    const slow = await screen.findByLabelText<HTMLInputElement>('Slow mode, in seconds');
    let answer: () => void = () => undefined;
    room.wait = new Promise((done) => (answer = done));
    await user.click(screen.getByLabelText('Messages with links'));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(screen.getByLabelText(/^Close the chat/));
    room.moderation = moderationOf({ settings: { ...room.moderation.settings, hold: 'links' } });
    answer();
    expect(await toasts().findByText('The settings of the chat are saved.')).toBeTruthy();
    expect(screen.getByText('Not saved yet')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>(/^Close the chat/).checked).toBe(true);
    await user.clear(slow);
    await user.type(slow, '121');
    await user.click(screen.getByRole('button', { name: 'Discard the changes' }));
    expect(screen.getByLabelText<HTMLInputElement>('Slow mode, in seconds').value).toBe('0');
    expect(screen.getByLabelText<HTMLInputElement>(/^Close the chat/).checked).toBe(false);
    expect(screen.queryByText('Not saved yet')).toBeNull();
  });

  it('clears the chat only when that is confirmed', async () => {
    const room = new FakeRoom(moderationOf());
    open();
    await tab(/Settings/);
    await user.click(await screen.findByRole('button', { name: 'Clear the chat' }));
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(room.acts).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Clear the chat' }));
    await user.click(screen.getByRole('button', { name: 'Clear it' }));
    await waitFor(() => expect(room.acts).toEqual([{ call: 'DELETE ' }]));
  });
});

describe('people', () => {
  const people = {
    moderators: [{ userId: 'ada', name: 'Ada' }, { userId: 'cy', name: 'Cy' }],
    timeouts: [{ user: bob, until: new Date(Date.now() + 3_600_500).toISOString() }, { user: { userId: 'x', name: 'Over' }, until: '2020-01-01T00:00:00Z' }],
    bans: [{ user: { userId: 'dan', name: 'Dan' }, at: '2026-11-22T12:00:00Z' }],
  };

  it('shows who moderates and who is barred, with the time left, and lifts that', async () => {
    const room = new FakeRoom(moderationOf(people));
    open();
    await tab(/People/);
    expect(within(await screen.findByRole('region', { name: 'Timed out' })).getByText(/^(1 hour|59 minutes 5\d seconds) left$/)).toBeTruthy();
    expect(screen.queryByText('Over')).toBeNull();
    room.moderation = moderationOf({ ...people, bans: [] });
    await user.click(screen.getByRole('button', { name: 'Lift: Dan' }));
    await waitFor(() => expect(room.acts).toEqual([{ call: 'DELETE /bans/dan' }]));
    await waitFor(() => expect(within(screen.getByRole('region', { name: 'Banned' })).getByText('Nobody is.')).toBeTruthy());
    // Its button has gone: the one before it is next.
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Lift: Bob'));
    await user.click(screen.getByRole('button', { name: 'Dismiss: Cy' }));
    await waitFor(() => expect(room.acts.at(-1)).toEqual({ call: 'DELETE /moderators/cy' }));
  });

  it('lets a moderator step down, and dismiss nobody else', async () => {
    new FakeRoom(moderationOf({ ...people, you: 'moderator' }));
    open();
    await tab(/People/);
    const moderators = within(await screen.findByRole('region', { name: 'Moderators' }));
    expect(await moderators.findByRole('button', { name: 'Step down: Ada' })).toBeTruthy();
    expect(moderators.getAllByRole('button')).toHaveLength(1);
  });
});

describe('the log', () => {
  it('says who did what, and takes back what can be', async () => {
    const room = new FakeRoom(moderationOf());
    room.audit = [
      auditOf({ id: 'e2', kind: 'bannedUser', text: null, reason: 'spam' }),
      auditOf({ id: 'e3', undoneBy: 'e4' }),
      auditOf({ id: 'e5', kind: 'pinnedMessage', undoable: false }),
    ];
    open();
    await tab(/Log/);
    const rows = within(await screen.findByRole('list', { name: 'What was done' })).getAllByRole('listitem');
    expect(rows[0]?.textContent).toContain('Ada banned BobReason: spam');
    expect(rows[1]?.textContent).toContain('taken back');
    expect(screen.getAllByRole('button', { name: /^Undo:/ })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Undo: Ada banned Bob' }));
    await waitFor(() => expect(room.acts).toEqual([{ call: 'POST /audit/e2/undo' }]));
  });

  it('puts a reviewed message back, and says so', async () => {
    const room = new FakeRoom(moderationOf());
    const rejected = auditOf({ id: 'e2', kind: 'rejectedHeld', messageId: null, text: 'see example.org' });
    room.audit = [rejected, auditOf({ id: 'e3', kind: 'approvedHeld', undoable: false })];
    open();
    await tab(/Log/);
    const undo = await screen.findByRole('button', { name: 'Undo: Ada rejected a message of Bob' });
    expect(screen.getAllByRole('button', { name: /^Undo:/ })).toHaveLength(1);
    room.audit = [auditOf({ id: 'e4', kind: 'undid', text: 'RejectedHeld', undoes: 'e2', undoable: false }), { ...rejected, undoneBy: 'e4', undoable: false }];
    room.moderation = moderationOf({ held: [heldOf()] });
    await user.click(undo);
    expect(await toasts().findByText('The message of Bob is put back for review.')).toBeTruthy();
    const list = screen.getByRole('list', { name: 'What was done' });
    await waitFor(() => expect(list.textContent).toContain('Ada put a message of Bob back for review'));
    expect(within(list).getAllByRole('listitem')[1]?.textContent).toContain('· put back for review');
    expect(screen.getByRole('tab', { name: 'Review, 1 waits for review' })).toBeTruthy();
  });

  it('says why a reviewed message is not put back', async () => {
    const room = new FakeRoom(moderationOf());
    room.audit = [auditOf({ id: 'e2', kind: 'rejectedHeld', messageId: null })];
    open();
    await tab(/Log/);
    room.answer = { status: 409, body: { code: 'review_full', detail: '40 messages wait for review already. Review some of them first.' } };
    await user.click(await screen.findByRole('button', { name: 'Undo: Ada rejected a message of Bob' }));
    expect(await toasts().findByText('40 messages wait for review already. Review some of them first.')).toBeTruthy();
  });

  it('says when it is empty', async () => {
    new FakeRoom(moderationOf());
    open();
    await tab(/Log/);
    expect(await screen.findByText('Nothing has been done yet')).toBeTruthy();
  });
});

describe('what was just done', () => {
  it('goes away by itself after a pointer was on it when its place went', async () => {
    const { unmount } = renderWithClient(<ActToasts streamId="a" />);
    await user.hover(screen.getByRole('group', { name: 'What you just did' }));
    unmount();
    vi.useFakeTimers();
    actToasts.add({ streamId: 'a', sentence: 'It is done.', undo: null, again: null, failed: false });
    vi.advanceTimersByTime(10_000);
    vi.useRealTimers();
    expect(actToasts.shown.getSnapshot()).toEqual([]);
  });
});

describe('the area', () => {
  it('moves between its parts with the arrows', async () => {
    new FakeRoom(moderationOf());
    open();
    (await screen.findByRole('tab', { name: 'Review' })).focus();
    await user.keyboard('{ArrowLeft}');
    expect(document.activeElement?.textContent).toBe('Log');
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('People');
  });

  it('closes for who moderates no more', async () => {
    const room = new FakeRoom(moderationOf({ you: 'moderator', held: [heldOf()] }));
    open();
    const approve = await screen.findByRole('button', { name: 'Approve' });
    room.answer = { status: 403, body: { code: 'not_a_moderator', detail: 'x' } };
    await user.click(approve);
    expect(await toasts().findByText('You do not moderate this chat any more.')).toBeTruthy();
  });
});
