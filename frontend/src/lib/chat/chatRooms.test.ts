import { expect, it, vi } from 'vitest';
import { liveHub } from '@/lib/live/liveConnection';
import { chatRoomOf } from './chatRooms';

vi.mock('@/lib/live/liveConnection', async () => {
  const { LiveHub } = await import('@/lib/live/liveHub');
  return { liveHub: new LiveHub(() => new Promise(() => undefined)) };
});

it('keeps what was written in a room that was left', () => {
  const room = chatRoomOf('a');
  room.enter()();
  room.draft.set('half');
  expect(chatRoomOf('a')).toBe(room);
});

it('remembers three rooms that were left, and each that somebody is in', () => {
  const stays = chatRoomOf('stays');
  stays.enter();
  const first = chatRoomOf('first');
  for (const id of ['b', 'c', 'd', 'e']) chatRoomOf(id);
  expect(chatRoomOf('stays')).toBe(stays);
  expect(chatRoomOf('first')).not.toBe(first);
});

it('gives nothing of one account to the next, also of rooms that were left', async () => {
  const here = chatRoomOf('here');
  here.enter();
  here.send('hi');
  here.draft.set('half');
  const left = chatRoomOf('left');
  left.enter()();
  left.send('hi');
  await liveHub.restart();
  expect([chatRoomOf('here') === here, here.draft.getSnapshot(), here.view.getSnapshot().outbox]).toEqual([true, '', []]);
  expect(chatRoomOf('left')).not.toBe(left);
});
