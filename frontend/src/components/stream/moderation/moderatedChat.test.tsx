import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chatRoomOf } from '@/lib/chat/chatRooms';
import { actToasts } from '@/lib/moderation/actToasts';
import { stubDialogs } from '@/test/dialogs';
import { FakeRoom } from '@/test/fakeRoom';
import { messageOf, moderationOf } from '@/test/moderation';
import { renderWithClient } from '@/test/withClient';
import type { ChatMessage, ChatRole } from '@/types';
import { ModeratedChat } from './ModeratedChat';

// What the test's DOM lacks of a browser.
vi.hoisted(() => {
  const none = () => undefined;
  window.matchMedia = () => ({ matches: true, addEventListener: none, removeEventListener: none }) as unknown as MediaQueryList;
});

vi.mock('@/lib/live/liveConnection', async () => {
  const { LiveHub } = await import('@/lib/live/liveHub');
  // It never connects: the room is told by hand.
  return { liveHub: new LiveHub(() => new Promise(() => undefined)) };
});

const user = userEvent.setup();
const messages = [1, 2, 3].map((seq) => messageOf({ seq, text: `text ${seq}` }));

beforeEach(() => {
  stubDialogs();
  Element.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal('ResizeObserver', class { observe = () => undefined; unobserve = () => undefined; disconnect = () => undefined; });
  for (const { id } of actToasts.shown.getSnapshot()) actToasts.remove(id);
});

let rooms = 0;

async function enter(role: ChatRole, pinned: ChatMessage | null = null) {
  const server = new FakeRoom(moderationOf({ you: role }));
  // A room outlives its page, and so a test.
  const streamId = `room-${(rooms += 1)}`;
  renderWithClient(<ModeratedChat streamId={streamId} />);
  const room = chatRoomOf(streamId);
  act(() =>
    room.joined({
      chat: {
        streamId, last: 3, messages, removed: [], restored: [], gap: true, you: { role, banned: false, timedOutUntil: null, held: null },
        room: { slowModeSeconds: 0, hold: 'off', ifFilterFails: 'hold', closed: false, pinned },
      },
      chatProblem: null,
    }),
  );
  await screen.findByText('text 3');
  // Its code comes with the first use.
  if (role !== 'viewer') await screen.findByRole('group', { name: 'What you just did' }, { timeout: 5_000 });
  const remove = (message: number) =>
    act(() => room.batch({ streamId, from: 4, to: 4, messages: [], removed: [{ seq: 4, message, userId: null }], restored: [], reactions: {}, room: null, viewers: null }));
  return { server, remove };
}

const focused = () => document.activeElement?.getAttribute('data-seq');
const row = (seq: number) => document.querySelector<HTMLElement>(`[data-seq="${seq}"]`);

describe('moderating messages in the chat', () => {
  it('deletes with a key; the focus goes on to the next message, and U takes it back', async () => {
    const { server, remove } = await enter('moderator');
    row(2)?.focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(server.acts).toEqual([{ call: 'DELETE /2' }]));
    remove(2);
    await waitFor(() => expect(focused()).toBe('3'));
    expect(await screen.findByText('The message of Bob is deleted.')).toBeTruthy();
    await user.keyboard('u');
    await waitFor(() => expect(server.acts.at(-1)).toEqual({ call: 'POST /audit/e1/undo' }));
  });

  it('has a menu with its keys, by Enter, which gives the focus back', async () => {
    const { server } = await enter('owner');
    row(1)?.focus();
    await user.keyboard('{Enter}');
    const menu = screen.getByRole('menu', { name: 'Moderate the message of Bob' });
    expect(within(menu).getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'DeleteDel', 'Delete with a reason…Shift+Del', 'PinP', 'Time out…T', 'Ban…B', 'Make a moderator',
    ]);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(focused()).toBe('1');
    await user.keyboard('{Enter}{ArrowUp}{Enter}');
    await waitFor(() => expect(server.acts).toEqual([{ call: 'POST /moderators/bob' }]));
    expect(focused()).toBe('1');
  });

  it('works by pointer, and asks what belongs to a ban', async () => {
    const { server } = await enter('moderator');
    await user.hover(screen.getByText('text 2'));
    // The test's pointer says that it leaves the page whenever it moves on.
    fireEvent.click(screen.getByRole('button', { name: 'Moderate the message of Bob' }));
    expect(screen.getByRole('menu').querySelector('time')?.dateTime).toBe('2026-11-22T12:00:00Z');
    await user.click(screen.getByRole('menuitem', { name: /^Ban/ }));
    const dialog = within(screen.getByRole('dialog', { name: 'Ban Bob' }));
    await user.type(dialog.getByLabelText('Reason (optional)'), 'spam');
    await user.click(dialog.getByRole('button', { name: 'Ban' }));
    await waitFor(() => expect(server.acts).toEqual([{ call: 'POST /bans/bob', body: { removeMessages: false, reason: 'spam' } }]));
    expect(await screen.findByText('Bob is banned.')).toBeTruthy();
  });

  it('follows a pointer that moves after the keyboard was used, and not what goes by below it', async () => {
    await enter('moderator');
    const menuButtons = () => screen.getAllByRole('button', { name: 'Moderate the message of Bob' }).map((button) => button.closest('[data-seq]')?.getAttribute('data-seq'));
    const over = (seq: number, screenY: number) => fireEvent.pointerOver(row(seq) ?? document.body, { screenX: 5, screenY });
    act(() => row(1)?.focus());
    over(2, 50);
    over(3, 50);
    expect(menuButtons()).toEqual(['1']);
    over(2, 60);
    expect(menuButtons()).toEqual(['2']);
    fireEvent.pointerOut(row(2) ?? document.body, { relatedTarget: document.body });
    expect(menuButtons()).toEqual(['1']);
    screen.getByRole('button', { name: 'Moderate the message of Bob' }).focus();
    over(3, 70);
    expect(menuButtons()).toEqual(['1']);
  });

  it('unpins from the pinned message itself', async () => {
    const { server } = await enter('moderator', messages[0] ?? null);
    const pinned = within(screen.getByRole('region', { name: 'Pinned message' }));
    await user.click(pinned.getByRole('button', { name: 'Moderate the message of Bob' }));
    await user.keyboard('p');
    await waitFor(() => expect(server.acts).toEqual([{ call: 'DELETE /pinned' }]));
    expect(document.activeElement?.getAttribute('role')).toBe('log');
  });

  it('says why it was refused', async () => {
    const { server } = await enter('moderator');
    server.answer = { status: 403, body: { code: 'protected_user', detail: 'The owner cannot be moderated, and moderators only by the owner.' } };
    row(3)?.focus();
    await user.keyboard('{Delete}');
    expect(await screen.findByText('The owner cannot be moderated, and moderators only by the owner.')).toBeTruthy();
    expect(row(3)).not.toBeNull();
  });

  it('opens the rest of moderation from the chat', async () => {
    await enter('moderator');
    await user.click(await screen.findByRole('button', { name: 'Moderate' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Moderation' }));
    expect(await dialog.findByText('Nothing waits for review')).toBeTruthy();
  });

  it('shows viewers none of it', async () => {
    const { server } = await enter('viewer');
    await user.hover(screen.getByText('text 2'));
    expect(screen.queryByRole('button', { name: /^Moderate/ })).toBeNull();
    row(2)?.focus();
    await user.keyboard('{Delete}{Enter}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(server.acts).toEqual([]);
  });
});
