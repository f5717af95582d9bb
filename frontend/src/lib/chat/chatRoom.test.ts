import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeChat, messageOf, refusedWith, roomInfo, run, taken, viewer } from '@/test/chat';

let chat: FakeChat;
let leave: () => void;
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T20:00:00Z') });
  chat = new FakeChat();
  leave = chat.room.enter();
});
afterEach(() => vi.useRealTimers());

describe('joining', () => {
  it('shows the last messages, and whatever came before them', async () => {
    chat.batch(201, 202);
    chat.join(200);
    expect((await chat.numbers()).slice(-3)).toEqual([200, 201, 202]);
    expect(await chat.drawn()).toMatchObject({ phase: 'ready', you: viewer, room: roomInfo, count: 102, hasOlder: true });
  });

  it('joins once for all that show it, and leaves with the last of them', () => {
    const second = chat.room.enter();
    leave();
    expect(chat.link).not.toBeNull();
    second();
    second();
    expect([chat.link, chat.room.isEmpty]).toEqual([null, true]);
  });

  it('asks again when the room does not answer, after the time it names', async () => {
    chat.link?.joined({ chat: null, chatProblem: { code: 'unavailable', retryAfter: 5 } });
    expect(await chat.drawn()).toMatchObject({ phase: 'unavailable', reason: 'unavailable' });
    await vi.advanceTimersByTimeAsync(4_700);
    expect(chat.rejoined).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(chat.rejoined).toEqual([null]);
    chat.join(3);
    expect((await chat.drawn()).phase).toBe('ready');
  });

  it('goes on after a break without showing anything twice', async () => {
    chat.join(3);
    chat.link?.lost('too_slow');
    expect(await chat.drawn()).toMatchObject({ phase: 'lost', reason: 'too_slow' });
    expect(chat.link?.last()).toBe(3);
    chat.join(6, { messages: run(3, 6) });
    expect(await chat.numbers()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await chat.drawn()).toMatchObject({ phase: 'ready', reason: null, missingBefore: null });
  });

  it('forgets what was shown after a gap and says that some are missing', async () => {
    chat.join(3);
    chat.link?.lost(null);
    chat.join(900, { gap: true });
    expect((await chat.numbers())[0]).toBe(801);
    expect(await chat.drawn()).toMatchObject({ missingBefore: 801, hasOlder: true, following: true });
  });
});

describe('gaps', () => {
  it('asks once for what is missing and then shows all in order', async () => {
    chat.join(3);
    chat.batch(6, 6);
    chat.batch(7, 7);
    expect(chat.rejoined).toEqual([3]);
    expect(await chat.numbers()).toEqual([1, 2, 3]);
    chat.join(5, { messages: run(4, 5) });
    expect(await chat.numbers()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('asks again, a little later, when that did not bring it', async () => {
    chat.join(3);
    chat.batch(6, 6);
    chat.join(3, { messages: [] });
    expect(chat.rejoined).toEqual([3]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(chat.rejoined).toEqual([3, 3]);
  });

  it('takes removals and restorations of a rejoin', async () => {
    chat.join(3);
    chat.link?.lost(null);
    chat.join(5, { messages: [], removed: [{ seq: 4, message: 2, userId: null }], restored: [] });
    expect(await chat.numbers()).toEqual([1, 3]);
    chat.batch(6, 6, { messages: [], restored: [{ seq: 6, undoes: 4, messages: [messageOf(2)] }] });
    expect(await chat.numbers()).toEqual([1, 2, 3]);
  });
});

describe('news of the room', () => {
  it('come with batches without numbers', async () => {
    chat.join(3);
    chat.batch(4, 3, { viewers: 12, room: { ...roomInfo, closed: true } });
    chat.link?.standing({ ...viewer, banned: true });
    expect(await chat.drawn()).toMatchObject({ viewers: 12, room: { closed: true }, you: { banned: true } });
  });

  it('are not overtaken by an older snapshot', async () => {
    chat.batch(5, 5, { room: { ...roomInfo, closed: true } });
    chat.join(4);
    expect((await chat.drawn()).room?.closed).toBe(true);
    chat.link?.lost(null);
    chat.join(6, { room: roomInfo, messages: run(6, 6) });
    expect((await chat.drawn()).room?.closed).toBe(false);
  });
});

describe('writing', () => {
  it('shows the own message at once and once', async () => {
    chat.join(3);
    await chat.drawn();
    chat.room.send('hi');
    expect(chat.room.view.getSnapshot().outbox).toMatchObject([{ text: 'hi', state: 'sending' }]);
    chat.sent[0]?.answer(taken(4));
    await settle();
    expect(chat.room.view.getSnapshot().outbox).toMatchObject([{ state: 'sent' }]);
    chat.batch(4, 4, { messages: [messageOf(4, { userId: 'me', text: 'hi' })] });
    expect(await chat.drawn()).toMatchObject({ outbox: [], count: 4 });
  });

  it('waits for the room, and is sent again after a break', async () => {
    chat.room.send('hi');
    expect(chat.sent).toEqual([]);
    chat.join(3);
    chat.link?.lost(null);
    chat.join(3, { messages: [] });
    await settle();
    expect(chat.sent.map(({ clientId }) => clientId)).toEqual(['c1', 'c1']);
  });

  it('is shown once when it had arrived before the break', async () => {
    chat.join(3);
    chat.room.send('hi');
    chat.link?.lost(null);
    chat.join(4, { messages: [messageOf(4, { userId: 'me', text: 'hi' })] });
    expect(await chat.drawn()).toMatchObject({ count: 4, outbox: [] });
    chat.sent[1]?.answer(taken(4));
    await settle();
    expect(await chat.drawn()).toMatchObject({ count: 4, outbox: [] });
  });

  it('counts down what slow mode asks for', async () => {
    chat.join(3, { room: { ...roomInfo, slowModeSeconds: 30 } });
    chat.room.send('a');
    chat.sent[0]?.answer(taken(4));
    await settle();
    expect(chat.room.view.getSnapshot().waitUntil).toBe(Date.now() + 30_000);
    chat.batch(5, 4, { room: roomInfo });
    expect((await chat.drawn()).waitUntil).toBe(0);
  });

  it('counts down what a refusal asks for, and moderators wait for nothing else', async () => {
    chat.join(3, { room: { ...roomInfo, slowModeSeconds: 30 }, you: { ...viewer, role: 'moderator', held: 0 } });
    chat.room.send('a');
    chat.sent[0]?.answer(taken(4));
    await settle();
    expect(chat.room.view.getSnapshot().waitUntil).toBe(0);
    chat.room.send('b');
    chat.sent[1]?.answer(refusedWith('rate_limited', 2));
    await settle();
    expect(chat.room.view.getSnapshot().waitUntil).toBe(Date.now() + 2_000);
  });

  it('waits no longer than slow mode asks for, when it is made shorter', async () => {
    chat.join(3, { room: { ...roomInfo, slowModeSeconds: 120 } });
    chat.room.send('a');
    chat.sent[0]?.answer(taken(4));
    await settle();
    chat.batch(5, 4, { room: { ...roomInfo, slowModeSeconds: 5 } });
    const { waitUntil } = await chat.drawn();
    expect(waitUntil - Date.now()).toBe(4_800);
    chat.batch(5, 4, { room: { ...roomInfo, slowModeSeconds: 60 } });
    expect((await chat.drawn()).waitUntil).toBe(waitUntil);
  });

  it('waits no more as a moderator', async () => {
    chat.join(3, { room: { ...roomInfo, slowModeSeconds: 120 } });
    chat.room.send('a');
    chat.sent[0]?.answer(taken(4));
    await settle();
    chat.link?.standing({ ...viewer, role: 'moderator', held: 0 });
    expect((await chat.drawn()).waitUntil).toBe(0);
  });

  it('follows the newest again', async () => {
    chat.join(200);
    chat.room.stay();
    expect((await chat.drawn()).following).toBe(false);
    chat.room.send('a');
    expect((await chat.drawn()).following).toBe(true);
  });

  it('forgets what is unsent when somebody else signs in', async () => {
    chat.room.send('a');
    chat.room.draft.set('b');
    chat.room.forget();
    chat.join(3);
    await settle();
    expect([chat.sent, (await chat.drawn()).outbox, chat.room.draft.getSnapshot()]).toEqual([[], [], '']);
  });
});

describe('reading further up', () => {
  it('counts what others wrote', async () => {
    chat.join(200);
    chat.room.stay();
    chat.batch(201, 203, { messages: [messageOf(201), messageOf(202, { userId: 'me' }), messageOf(203)] });
    expect(await chat.drawn()).toMatchObject({ following: false, unread: 2 });
  });

  it('loads a page at a time, and says when it could not', async () => {
    chat.join(200);
    chat.page = () => Promise.reject(new Error('away'));
    await chat.room.loadOlder();
    expect(chat.room.view.getSnapshot().older).toBe('failed');
    chat.page = (before) => Promise.resolve({ items: run(before - 50, before - 1), next: before - 50 });
    void chat.room.loadOlder();
    void chat.room.loadOlder();
    expect((await chat.numbers())[0]).toBe(51);
    expect(chat.asked).toEqual([101, 101]);
  });

  it('does not say so of a page that was asked for before a gap', async () => {
    chat.join(200);
    let fail: (error: Error) => void = () => undefined;
    chat.page = () => new Promise((_, failed) => (fail = failed));
    void chat.room.loadOlder();
    chat.link?.lost(null);
    chat.join(900, { gap: true });
    fail(new Error('away'));
    expect((await chat.drawn()).older).toBe('idle');
  });

  it('does not show a page to somebody who is back at the newest', async () => {
    chat.join(200);
    chat.page = (before) => Promise.resolve({ items: run(before - 50, before - 1), next: before - 50 });
    void chat.room.loadOlder();
    chat.room.follow();
    expect((await chat.numbers())[0]).toBe(101);
    expect(await chat.drawn()).toMatchObject({ following: true, older: 'idle' });
  });

  it('asks anew when something was given back while the page was on its way', async () => {
    chat.join(200);
    let answer: (items: ReturnType<typeof run>) => void = () => undefined;
    chat.page = () => new Promise((done) => (answer = (items) => done({ items, next: null })));
    void chat.room.loadOlder();
    chat.batch(201, 201, { messages: [], restored: [{ seq: 201, undoes: 90, messages: [messageOf(60)] }] });
    answer(run(1, 59));
    await settle();
    expect(chat.asked).toEqual([101, 101]);
    answer(run(1, 100));
    expect((await chat.numbers()).slice(0, 60).at(-1)).toBe(60);
  });
});

describe('drawing', () => {
  it('happens a dozen times a second, however much comes', async () => {
    chat.join(3);
    await chat.drawn();
    chat.drawings = 0;
    for (let n = 4; n < 104; n += 1) {
      chat.batch(n, n);
      await vi.advanceTimersByTimeAsync(10);
    }
    expect(chat.drawings).toBeGreaterThanOrEqual(10);
    expect(chat.drawings).toBeLessThanOrEqual(13);
  });

  it('tells of the messages of others alone', () => {
    const told: number[] = [];
    chat.room.onMessages((messages) => told.push(...messages.map(({ seq }) => seq)));
    chat.join(3);
    chat.batch(4, 5, { messages: [messageOf(4), messageOf(5, { userId: 'me' })] });
    expect(told).toEqual([4]);
  });
});

describe('reactions', () => {
  it('are shown at once, counted once, and fade', async () => {
    chat.join(3);
    chat.room.react('🔥');
    await vi.advanceTimersByTimeAsync(20);
    expect(chat.room.reactions.getSnapshot().counts).toEqual({ '🔥': 1 });
    chat.batch(4, 3, { reactions: { '🔥': 3 } });
    await vi.advanceTimersByTimeAsync(600);
    expect(chat.room.reactions.getSnapshot().counts).toEqual({ '🔥': 3 });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(chat.room.reactions.getSnapshot()).toEqual({ counts: {}, floating: [] });
    expect(vi.getTimerCount()).toBe(0);
  });
});
