import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { chatRoomOf } from '@/lib/chat/chatRooms';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import { WatchPlaces } from '@/lib/chat/watchPlace';
import { liveHub } from '@/lib/live/liveConnection';
import { batchOf, refusedWith, roomInfo, run, snapshotOf, taken, viewer } from '@/test/chat';
import { renderWithClient, stubApi } from '@/test/withClient';
import type { ChatSendAnswer, ChatSnapshot } from '@/types';
import { ChatColumn } from '../ChatColumn';
import { ChatPanel } from '../ChatPanel';

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
let rooms = 0;
let room: ChatRoom;

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', class { observe = () => undefined; unobserve = () => undefined; disconnect = () => undefined; });
});

async function open(patch: Partial<ChatSnapshot> = {}, answer: ChatSendAnswer = taken(4)) {
  stubApi({ 'GET /api/account/me': { body: { id: 'me', displayName: 'Me' } } });
  const send = vi.spyOn(liveHub, 'sendChat').mockResolvedValue(answer);
  // A room outlives its page, and so a test.
  const streamId = `panel-${(rooms += 1)}`;
  room = chatRoomOf(streamId);
  renderWithClient(<ChatPanel streamId={streamId} />);
  act(() => room.joined({ chat: snapshotOf(3, patch), chatProblem: null }));
  await screen.findByRole('group', { name: 'Reactions' });
  await screen.findByText('m3');
  return send;
}

const field = () => screen.getByLabelText<HTMLTextAreaElement>('Your message');
const log = () => screen.getByRole('log');

describe('the chat', () => {
  it('says that messages are missing after too long a break, and keeps the focus while they are loaded', async () => {
    await open();
    act(() => room.lost(null));
    act(() => room.joined({ chat: snapshotOf(900, { gap: true, messages: run(801, 900) }), chatProblem: null }));
    expect(await screen.findByText('Some messages are missing here.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Load them' }));
    expect(document.activeElement).toBe(log());
    expect(await screen.findByText('They could not be loaded.')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
  });

  it('says why the connection is gone', async () => {
    await open();
    act(() => room.lost('too_slow'));
    expect(await screen.findByText('The chat was faster than your connection. Coming back…')).toBeTruthy();
  });

  it('counts slow mode down in the button, and keeps what is sent too soon', async () => {
    const send = await open({ room: { ...roomInfo, slowModeSeconds: 30 } });
    expect(screen.getByText('Slow mode: one message every 30 seconds.')).toBeTruthy();
    await user.type(field(), 'one{Enter}');
    const button = await screen.findByRole('button', { name: /^Send, possible in (2\d|3[01]) seconds$/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.type(field(), 'two{Enter}');
    expect(send).toHaveBeenCalledTimes(1);
    expect(field().value).toBe('two');
    expect(screen.getByText(/^Not so soon: you can write again in \d\d s\.$/)).toBeTruthy();
    act(() => room.batch(batchOf(4, 3, { streamId: room.streamId, room: roomInfo })));
    expect(await screen.findByRole('button', { name: 'Send' })).toBeTruthy();
    expect(screen.queryByText(/^Not so soon/)).toBeNull();
  });

  it('takes a refused message back into the text field beside what was begun meanwhile', async () => {
    await open({}, refusedWith('blocked_term'));
    await user.type(field(), 'one{Enter}');
    await user.type(field(), 'two');
    await user.click(await screen.findByRole('button', { name: 'Change it' }));
    expect(field().value).toBe('one two');
    expect(document.activeElement).toBe(field());
    expect(screen.queryByText('Not sent', { exact: false })).toBeNull();
  });

  it('keeps the focus when what it is on goes away', async () => {
    await open({}, refusedWith('room_busy'));
    await user.type(field(), 'one{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Send again' }));
    expect(document.activeElement).toBe(log());
    await user.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(document.activeElement).toBe(log());
    act(() => room.stay());
    expect(screen.queryByRole('button', { name: 'To the newest' })).toBeNull();
    act(() => room.batch(batchOf(4, 5, { streamId: room.streamId })));
    await user.click(await screen.findByRole('button', { name: '2 new messages' }));
    expect(document.activeElement).toBe(log());
  });
});

describe('the chat of what is watched', () => {
  it('gives way to the newest when that is asked for, and the focus goes there', async () => {
    stubApi({ 'GET /api/account/me': { body: { id: 'me', displayName: 'Me' } } });
    const places = new WatchPlaces();
    renderWithClient(<ChatColumn streamId="column" places={places} />);
    act(() => places.recording('v', 5, true));
    expect(await screen.findByText('The chat of this time could not be loaded.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Newest chat' }));
    expect(document.activeElement).toBe(screen.getByRole('log', { name: 'Messages' }));
  });
});

describe('who may not write', () => {
  it('is told for how long, stays at that place, and finds the begun text again', async () => {
    await open();
    await user.type(field(), 'half a sen');
    act(() => room.standing({ ...viewer, timedOutUntil: new Date(Date.now() + 90_000).toISOString() }));
    expect((await screen.findByText(/^You may not write for a while/)).textContent).toMatch(/ 1:[0-3]\d left\.$/);
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Write' }));
    act(() => room.standing(viewer));
    expect((await screen.findByLabelText<HTMLTextAreaElement>('Your message')).value).toBe('half a sen');
  });

  it.each([
    ['You may not write in this chat any more.', { you: { ...viewer, banned: true } }],
    ['The chat is closed.', { room: { ...roomInfo, closed: true } }],
  ])('is told: %s', async (sentence, patch) => {
    await open(patch);
    expect(screen.getAllByText(sentence).length).toBeGreaterThan(0);
    expect(screen.queryByLabelText('Your message')).toBeNull();
  });
});
