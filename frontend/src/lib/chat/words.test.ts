import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { messageOf, roomInfo, viewer } from '@/test/chat';
import { Announcer } from './announcer';
import { lengthOf } from './draft';
import { partsOf } from './links';
import { nameHue, nameShades } from './nameHue';
import { newId } from './newId';
import { ReactionTally } from './reactionTally';
import { rejoinDelay } from './rejoins';
import { mayEdit, mayRetry, refusalSentence } from './refusals';
import { whyNotWrite } from './whyNotWrite';

describe('lengthOf', () => {
  it.each([['', 0], ['  a \n b  ', 3], ['❤️', 2], ['😂😂', 2]])('%j has %s characters', (text, length) => expect(lengthOf(text)).toBe(length));
});

describe('partsOf', () => {
  it.each([
    ['hello', ['hello']],
    ['see https://a.example/b?c=1.', ['see ', '<https://a.example/b?c=1>', '.']],
    ['(http://a.example)', ['(', '<http://a.example>', ')']],
    ['javascript://a.example', ['javascript://a.example']],
    ['https://bank.example@evil.example/', ['https://bank.example@evil.example/']],
    ['https://localhost', ['https://localhost']],
    ['https://', ['https://']],
  ])('%s', (text, parts) => {
    expect(partsOf(text).map(({ text: part, href }) => (href === null ? part : `<${href}>`))).toEqual(parts);
  });
});

describe('whyNotWrite', () => {
  const closed = { ...roomInfo, closed: true };
  it.each([
    ['nobody', false, viewer, roomInfo, { kind: 'sign-in' }],
    ['somebody', true, viewer, roomInfo, null],
    ['before the room is known', true, null, null, null],
    ['banned', true, { ...viewer, banned: true }, closed, { kind: 'banned' }],
    ['timed out', true, { ...viewer, timedOutUntil: '2026-11-22T20:00:01Z' }, roomInfo, { kind: 'timed-out', at: Date.parse('2026-11-22T20:00:01Z') }],
    ['a timeout that is over', true, { ...viewer, timedOutUntil: '2026-11-22T20:00:00Z' }, roomInfo, null],
    ['a closed chat', true, viewer, closed, { kind: 'closed' }],
    ['a moderator of a closed chat', true, { ...viewer, role: 'moderator' as const }, closed, null],
  ])('%s', (_, signedIn, you, room, bar) => expect(whyNotWrite(signedIn, you, room, Date.parse('2026-11-22T20:00:00Z'))).toEqual(bar));
});

describe('refusals', () => {
  it('have a sentence, the server’s own when the code is unknown', () => {
    expect(refusalSentence({ code: 'slow_mode', message: 'x' })).toBe('Slow mode: not so soon after your last message.');
    expect(refusalSentence({ code: 'new_one', message: 'Something new.' })).toBe('Something new.');
    expect(refusalSentence({ code: 'new_one', message: '' })).toBe('This message was not taken.');
  });

  it.each([
    'sign_in_required', 'banned', 'timed_out', 'chat_closed', 'empty', 'too_long', 'blocked_term', 'slow_mode', 'rate_limited', 'room_busy', 'too_many_calls',
    'not_found', 'not_joined', 'unavailable', 'internal_error', 'lost',
  ])('of %s have a sentence, whatever the server says', (code) => {
    const sentence = refusalSentence({ code, message: '' });
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toBe('This message was not taken.');
  });

  it('with more than one cause say the one that the server names', () => {
    const message = 'Some of your messages wait for a moderator already. Try again later.';
    expect(refusalSentence({ code: 'rate_limited', message })).toBe(message);
  });

  it('offer what helps', () => {
    expect(['slow_mode', 'lost', 'banned', 'blocked_term'].map((code) => [mayRetry({ code }), mayEdit({ code })])).toEqual([
      [true, false], [true, false], [false, false], [false, true],
    ]);
  });
});

describe('rejoinDelay', () => {
  it.each([
    ['unavailable', null, 0, 2_000], ['unavailable', 5, 0, 5_000], ['unavailable', 5, 1, 7_500], ['not_found', null, 0, 30_000],
  ])('%s after %s with chance %s', (code, retryAfter, random, ms) => expect(rejoinDelay({ code, retryAfter }, random)).toBe(ms));
});

describe('Announcer', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('says the first at once, then sums up every five seconds', () => {
    const said: string[] = [];
    const announcer = new Announcer((sentence) => said.push(sentence), (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    });
    announcer.came([messageOf(1)]);
    for (let n = 2; n <= 400; n += 1) {
      announcer.came([messageOf(n, { userName: 'Ben' })]);
      vi.advanceTimersByTime(10);
    }
    expect(said).toEqual(['Ana: m1']);
    vi.advanceTimersByTime(5_000);
    expect(said).toEqual(['Ana: m1', '399 new messages; last from Ben: m400']);
    vi.advanceTimersByTime(60_000);
    expect(said).toHaveLength(2);
    announcer.came([messageOf(401, { text: 'x'.repeat(200) })]);
    expect(said[2]).toBe(`Ana: ${'x'.repeat(120)}…`);
  });
});

describe('ReactionTally', () => {
  it('lets few float, counts all, and fades by half in six seconds', () => {
    const tally = new ReactionTally(() => 0.5);
    tally.add({ '🔥': 100, '👏': 50 }, 0);
    expect(tally.view(0).counts).toEqual({ '🔥': 100, '👏': 50 });
    expect(tally.view(0).floating).toHaveLength(8);
    for (let i = 0; i < 10; i += 1) tally.add({ '🎉': 9 }, 0);
    expect(tally.view(0).floating).toHaveLength(16);
    expect(tally.view(6_000).counts).toEqual({ '🔥': 50, '👏': 25, '🎉': 45 });
    expect(tally.view(6_000).floating).toEqual([]);
  });

  it('takes the own ones out of the sum that has them', () => {
    const tally = new ReactionTally(() => 0);
    tally.addOwn('🔥', 0);
    tally.add({ '🔥': 1 }, 0);
    expect(tally.view(0).counts).toEqual({ '🔥': 1 });
    tally.addOwn('🔥', 0);
    tally.dropOwn('🔥');
    tally.add({ '🔥': 1 }, 0);
    expect(tally.view(0).counts).toEqual({ '🔥': 3 });
  });
});

describe('newId', () => {
  it('is a random UUID, also where the browser gives none', () => {
    const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
    expect(newId()).toMatch(uuid);
    const real = crypto;
    vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => real.getRandomValues(bytes) });
    expect(newId()).toMatch(uuid);
  });
});

describe('colours of names', () => {
  /** Every surface of the theme on which a message may stand (`styles.css`). */
  const surfaces = { dark: ['#131518', '#1a1d21', '#22262b'], light: ['#ffffff', '#f3f4f4', '#e9ebec'] };

  it.each(['dark', 'light'] as const)('hold 4.5:1 in the %s theme', (theme) => {
    const hues = new Set(Array.from({ length: 500 }, (_, i) => nameHue(`user-${i}`)));
    expect(hues.size).toBe(24);
    for (const hue of hues) for (const surface of surfaces[theme]) expect(contrast(ofOklch({ ...nameShades[theme], h: hue }), ofHex(surface))).toBeGreaterThanOrEqual(4.5);
  });
});

/** Relative luminance (WCAG 2) of an OKLCH colour, by the matrices of CSS Color 4; what no screen shows is cut off. */
function ofOklch({ l, c, h }: { l: number; c: number; h: number }): number {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const [x, y, z] = [l + 0.3963377774 * a + 0.2158037573 * b, l - 0.1055613458 * a - 0.0638541728 * b, l - 0.0894841775 * a - 1.291485548 * b].map((v) => v ** 3) as [number, number, number];
  const linear = [
    4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z,
    -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z,
    -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z,
  ].map((v) => Math.min(1, Math.max(0, v))) as [number, number, number];
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

function ofHex(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}
