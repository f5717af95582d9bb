import { beforeEach, describe, expect, it } from 'vitest';
import { messageOf, run } from '@/test/chat';
import type { ChatRemoval } from '@/types';
import { ChatWindow } from './chatWindow';
import { messagesOf } from './messageList';

let chat: ChatWindow;
const numbers = () => messagesOf(chat.blocks).map(({ seq }) => seq);
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const take = (patch: Partial<Parameters<ChatWindow['take']>[0]>) => chat.take({ messages: [], removed: [], restored: [], ...patch });
const one = (seq: number, message: number): ChatRemoval => ({ seq, message, userId: null });

beforeEach(() => {
  chat = new ChatWindow();
  chat.begin(run(101, 200), 200, false);
});

describe('following', () => {
  it('keeps 500 and a block, and forgets the oldest', () => {
    for (let n = 201; n <= 1_000; n += 1) take({ messages: [messageOf(n)] });
    expect(chat.count).toBeLessThan(500 + 25);
    expect(numbers().at(-1)).toBe(1_000);
    expect(chat.from).toBe(numbers()[0]);
  });

  it('says that some are missing before the first one until that has gone by', () => {
    expect(chat.missingBefore).toBeNull();
    chat.begin(run(801, 900), 900, true);
    expect(chat.missingBefore).toBe(801);
    for (let n = 901; n <= 1_500; n += 10) take({ messages: run(n, n + 9) });
    expect([chat.missingBefore, chat.hasOlder]).toEqual([null, true]);
  });

  it('has nothing older when it begins with the first message', () => {
    expect(chat.hasOlder).toBe(true);
    chat.begin(run(1, 5), 5, false);
    expect(chat.hasOlder).toBe(false);
    chat.begin([], 0, false);
    expect(chat.hasOlder).toBe(false);
    chat.begin([], 7, false);
    expect(chat.hasOlder).toBe(true);
  });
});

describe('further up', () => {
  it('counts what comes and shows it below, until the reader is back', () => {
    chat.stay();
    take({ messages: run(201, 203) });
    expect([chat.unread, numbers().at(-1), chat.detached]).toEqual([3, 203, false]);
    chat.follow();
    expect([chat.unread, numbers().at(-1)]).toEqual([0, 203]);
  });

  it('keeps 2,000 and a block: then the newest come no more until the reader is back', () => {
    chat.stay();
    for (let n = 201; n <= 4_000; n += 10) take({ messages: run(n, n + 9) });
    expect(numbers()[0]).toBe(101);
    expect(chat.count).toBeLessThan(2_000 + 25);
    expect([chat.detached, chat.unread]).toEqual([true, 3_800]);
    chat.follow();
    expect([chat.detached, numbers().at(-1)]).toEqual([false, 4_000]);
    expect(chat.count).toBeLessThan(500 + 25);
  });

  it('puts pages of history above, and forgets the newest for them', () => {
    chat.stay();
    chat.older(run(51, 100), 51);
    expect([chat.following, chat.from, numbers()[0]]).toEqual([false, 51, 51]);
    chat.older(run(1, 50), null);
    expect([chat.hasOlder, numbers()[0]]).toEqual([false, 1]);
    chat.follow();
    expect([chat.following, chat.hasOlder, numbers()[0]]).toEqual([true, false, 1]);
  });

  it('forgets the newest for pages of history beyond 2,000', () => {
    chat.begin(run(5_001, 5_100), 5_100, false);
    chat.stay();
    for (let n = 5_000; n > 2_500; n -= 100) chat.older(run(n - 99, n), n - 99);
    expect(numbers()[0]).toBe(2_501);
    expect(chat.count).toBeLessThan(2_000 + 25);
    expect(chat.detached).toBe(true);
    chat.follow();
    expect([chat.from, chat.detached]).toEqual([5_001, false]);
  });
});

describe('removals', () => {
  it('takes away one, all of somebody, or all, before its own number only', () => {
    take({ messages: [messageOf(201, { userId: 'ben' }), messageOf(202)] });
    take({ removed: [one(203, 150)] });
    expect(numbers()).not.toContain(150);
    take({ messages: [messageOf(205, { userId: 'ben' })], removed: [{ seq: 204, message: null, userId: 'ben' }] });
    expect(numbers()).not.toContain(201);
    expect(numbers()).toContain(205);
    take({ messages: [messageOf(207)], removed: [{ seq: 206, message: null, userId: null }] });
    expect(numbers()).toEqual([207]);
  });

  it('holds for pages that were on their way', () => {
    take({ removed: [one(201, 90)] });
    chat.stay();
    chat.older(run(81, 100), 81);
    expect(numbers()).toEqual([...from(81, 89), ...from(91, 200)]);
  });

  it('holds in what is read further up', () => {
    chat.stay();
    take({ removed: [one(201, 150)] });
    expect(numbers()).not.toContain(150);
    chat.follow();
    expect(numbers()).not.toContain(150);
  });

  it('is taken back with what it took', () => {
    take({ removed: [one(201, 150)] });
    take({ restored: [{ seq: 202, undoes: 201, messages: [messageOf(150), messageOf(40)] }] });
    expect(numbers()).toEqual(from(101, 200));
    chat.stay();
    chat.older(run(40, 100), 40);
    expect(numbers()).toEqual(from(40, 200));
    expect(chat.restorations).toBe(1);
  });

  it('does not count when the same news take it back', () => {
    take({ removed: [one(201, 150)], restored: [{ seq: 202, undoes: 201, messages: [messageOf(150)] }] });
    expect(numbers()).toContain(150);
  });
});

it('marks where messages are missing until older ones are loaded', () => {
  chat.begin(run(901, 1_000), 1_000, true);
  expect([chat.missingBefore, numbers()[0]]).toEqual([901, 901]);
  chat.stay();
  chat.older(run(801, 900), 801);
  expect(chat.missingBefore).toBeNull();
});
