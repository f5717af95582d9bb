import { beforeEach, describe, expect, it, vi } from 'vitest';
import { messageOf, refusedWith, taken } from '@/test/chat';
import type { ChatSendAnswer } from '@/types';
import { Outbox } from './outbox';

let now: number;
let calls: { clientId: string; text: string; answer: (answer: ChatSendAnswer) => void; fail: (error: Error) => void }[];
let outbox: Outbox;
const settle = () => new Promise<void>((done) => setTimeout(done));
const states = () => outbox.shown.map(({ text, state }) => `${text}: ${state}`);
const call = (index: number) => {
  const found = calls[index];
  if (!found) throw new Error('Nothing was sent.');
  return found;
};

beforeEach(() => {
  now = 0;
  calls = [];
  let id = 0;
  outbox = new Outbox({
    now: () => now,
    newId: () => `c${(id += 1)}`,
    codeOf: (error) => (error instanceof Error ? error.message : ''),
    changed: vi.fn(),
    send: (clientId, text) =>
      new Promise((answer, fail) => {
        calls.push({ clientId, text, answer, fail });
      }),
  });
  outbox.open();
});

describe('Outbox', () => {
  it('shows a message at once, as one line, and keeps it until its number has come', async () => {
    expect(outbox.add('  hello\n there ')).toBe(true);
    expect(states()).toEqual(['hello there: sending']);
    call(0).answer(taken(7));
    await settle();
    expect(states()).toEqual(['hello there: sent']);
    outbox.arrived([], 6);
    expect(states()).toEqual(['hello there: sent']);
    outbox.arrived([messageOf(7, { text: 'hello there' })], 7);
    expect(states()).toEqual([]);
  });

  it('does not show it twice when it comes before its answer', async () => {
    outbox.add('a');
    outbox.arrived([messageOf(7, { text: 'a' })], 7);
    expect(states()).toEqual([]);
    call(0).answer(taken(7));
    await settle();
    outbox.arrived([], 7);
    expect(states()).toEqual([]);
  });

  it('does not show it twice when it comes first, as the server has cleaned it', async () => {
    outbox.add('a\u202Eb');
    outbox.arrived([messageOf(7, { text: 'ab' })], 7);
    call(0).answer(taken(7));
    await settle();
    expect(states()).toEqual([]);
  });

  it('sends one at a time, in order', async () => {
    outbox.add('a');
    outbox.add('b');
    expect(calls.map(({ text }) => text)).toEqual(['a']);
    expect(states()).toEqual(['a: sending', 'b: waiting']);
    call(0).answer(taken(1));
    await settle();
    expect(calls.map(({ text }) => text)).toEqual(['a', 'b']);
  });

  it('takes five unsent ones and no more', () => {
    outbox.close();
    expect(['a', 'b', 'c', 'd', 'e', 'f'].map((text) => outbox.add(text))).toEqual([true, true, true, true, true, false]);
    expect(outbox.add('   ')).toBe(false);
  });

  it('sends what was on its way once more after a break, under the same id', async () => {
    outbox.add('a');
    outbox.close();
    expect(states()).toEqual(['a: waiting']);
    call(0).fail(new Error('closed'));
    outbox.open();
    await settle();
    expect(calls.map(({ clientId }) => clientId)).toEqual(['c1', 'c1']);
    expect(states()).toEqual(['a: sending']);
    outbox.close();
    expect(outbox.shown[0]?.refusal?.code).toBe('lost');
    outbox.open();
    expect(calls).toHaveLength(2);
    outbox.retry('c1');
    expect(calls.map(({ clientId }) => clientId)).toEqual(['c1', 'c1', 'c1']);
  });

  it('ignores answers to what was sent before the break', async () => {
    outbox.add('a');
    outbox.close();
    outbox.open();
    call(0).answer(refusedWith('slow_mode', 3));
    await settle();
    expect(states()).toEqual(['a: sending']);
  });

  it('does not send unasked what waited for more than a minute', () => {
    outbox.close();
    outbox.add('a');
    now = 60_001;
    outbox.open();
    expect(calls).toEqual([]);
    expect(outbox.shown[0]?.refusal?.code).toBe('lost');
  });

  it('keeps the text of what was refused, and goes on with the next', async () => {
    outbox.add('a');
    outbox.add('b');
    call(0).answer(refusedWith('blocked_term'));
    await settle();
    expect(outbox.shown[0]).toMatchObject({ text: 'a', state: 'refused', refusal: { code: 'blocked_term', retryAfter: null } });
    expect(call(1).text).toBe('b');
    expect(outbox.discard('c1')).toBe('a');
    expect(states()).toEqual(['b: sending']);
  });

  it('says why when the call itself was refused', async () => {
    outbox.add('a');
    call(0).fail(new Error('too_many_calls'));
    await settle();
    expect(outbox.shown[0]?.refusal?.code).toBe('too_many_calls');
  });

  it('shows a held message until it comes, or is hidden, three at most', async () => {
    for (const [index, text] of ['a', 'b', 'c', 'd'].entries()) {
      outbox.add(text);
      call(index).answer({ ...taken(0), seq: null, id: null, held: true });
      await settle();
    }
    expect(states()).toEqual(['b: held', 'c: held', 'd: held']);
    outbox.arrived([messageOf(9, { text: 'c' })], 9);
    expect(outbox.discard('c2')).toBe('b');
    expect(states()).toEqual(['d: held']);
  });

  it('forgets all for another account, and whatever is answered then', async () => {
    outbox.add('a');
    outbox.add('b');
    outbox.clear();
    call(0).answer(refusedWith('banned'));
    await settle();
    expect([states(), calls.length]).toEqual([[], 1]);
  });
});
