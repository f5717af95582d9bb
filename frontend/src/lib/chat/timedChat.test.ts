import { beforeEach, describe, expect, it } from 'vitest';
import type { ChatSpan, ReplayPage } from '@/lib/api/chatHistory';
import { messageOf } from '@/test/chat';
import { mostKept, mostShown, TimedChat } from './timedChat';

let perSecond: number;
let pageSize: number;
let settled: number;
let now: number;
let away: boolean;
let asked: ChatSpan[];
let chat: TimedChat;

/** A chat in which message n was written at second n / perSecond. */
function load({ from, until, after }: ChatSpan): Promise<ReplayPage> {
  asked.push({ from, until, after });
  if (away) return Promise.reject(new Error('away'));
  const first = Math.max(Math.ceil(from * perSecond), after === null ? 0 : after + 1);
  const all = Array.from({ length: Math.max(0, Math.ceil(Math.min(until, settled) * perSecond) - first) }, (_, i) => first + i);
  const items = all.slice(0, pageSize).map((n) => ({ ...messageOf(n), at: n / perSecond }));
  return Promise.resolve({ items, next: all.length > pageSize ? (items.at(-1)?.seq ?? null) : null });
}

const settle = () => new Promise<void>((done) => setTimeout(done));
/** The picture is at a second, and everything that was asked for has come. */
async function at(second: number) {
  chat.at(second);
  await settle();
  const { messages, state } = chat.getSnapshot();
  return { state, first: messages[0]?.at, last: messages.at(-1)?.at, count: messages.length };
}

beforeEach(() => {
  perSecond = 1;
  pageSize = 200;
  settled = Infinity;
  now = 0;
  away = false;
  asked = [];
  chat = new TimedChat({ load, settledTo: () => settled, now: () => now });
});

describe('TimedChat', () => {
  it('shows what had been written by then, and fetches a minute ahead', async () => {
    expect(await at(0)).toEqual({ state: 'ready', first: 0, last: 0, count: 1 });
    expect(await at(10.5)).toEqual({ state: 'ready', first: 0, last: 10, count: 11 });
    expect(asked).toEqual([{ from: 0, until: 60, after: null }]);
    await at(30.5);
    expect(asked.slice(1)).toEqual([{ from: 60, until: 120, after: null }]);
  });

  it('is not shown anew while nothing is said', async () => {
    await at(10);
    const view = chat.getSnapshot();
    await at(10.9);
    expect(chat.getSnapshot()).toBe(view);
  });

  it('goes back and forth within what is loaded without asking', async () => {
    await at(20);
    expect((await at(5)).last).toBe(5);
    expect((await at(59)).last).toBe(59);
    expect(asked[0]).toEqual({ from: 0, until: 80, after: null });
  });

  it('begins anew where somebody jumps to, a minute before', async () => {
    await at(20);
    asked = [];
    expect(await at(1_000)).toEqual({ state: 'ready', first: 940, last: 1_000, count: 61 });
    expect(asked).toEqual([{ from: 940, until: 1_060, after: null }]);
    expect(await at(100)).toMatchObject({ first: 40, last: 100 });
  });

  it('ignores what comes for the place that was left', async () => {
    chat.at(500);
    chat.at(2_000);
    await settle();
    expect(chat.getSnapshot().messages[0]?.at).toBe(1_940);
  });

  it('does not begin anew while its first page is on the way', async () => {
    chat.at(500);
    chat.at(500.25);
    chat.at(500.5);
    await settle();
    expect(asked.filter(({ after }) => after === null)).toHaveLength(1);
  });

  it('reads a busy chat page by page, and a jump into one reads little before its place', async () => {
    perSecond = 100;
    expect(await at(1_000)).toMatchObject({ state: 'ready', last: 1_000, count: mostShown });
    expect(asked[0]).toEqual({ from: 940, until: 1_060, after: null });
    expect(asked[1]?.from).toBeCloseTo(998.5, 1);
    expect(asked.length).toBeLessThan(20);
  });

  it('keeps no more than it should, and what is shown', async () => {
    perSecond = 100;
    for (let second = 0; second < 200; second += 2) await at(second);
    const { count, last } = await at(200);
    expect([count, last]).toEqual([mostShown, 200]);
    asked = [];
    // Longer gone by than is kept: fetched again.
    await at(200 - mostKept / perSecond - 40);
    expect(asked.length).toBeGreaterThan(0);
  });

  it('does not ask for what is not over', async () => {
    settled = 1_002;
    await at(1_000);
    expect(asked).toEqual([{ from: 940, until: 1_002, after: null }]);
    settled = 1_004;
    await at(1_001);
    expect(asked).toHaveLength(1);
    settled = 1_006;
    expect((await at(1_003)).last).toBe(1_003);
    expect(asked[1]).toEqual({ from: 1_002, until: 1_006, after: null });
  });

  it('says when it could not be loaded, tries again after five seconds, and at once when asked', async () => {
    away = true;
    expect((await at(100)).state).toBe('failed');
    await at(101);
    expect(asked).toHaveLength(1);
    now = 5_000;
    await at(102);
    expect(asked).toHaveLength(2);
    away = false;
    chat.retry();
    await settle();
    expect(chat.getSnapshot()).toMatchObject({ state: 'ready' });
  });
});
