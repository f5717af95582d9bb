import { describe, expect, it } from 'vitest';
import { ApiError } from '@/lib/api/errors';
import { renewalDelay } from './addressRenewal';
import { playerErrorOf, playerErrorOfStatus } from './errors';
import { openMemory } from './memory';
import { moveAddress } from './signedAddress';
import { parseStoryboard, stillAt } from './storyboard';

describe('moveAddress', () => {
  const from = '/media/v1/AAA/master.m3u8?t=1';
  const to = '/media/v1/BBB/master.m3u8?t=2';
  const origin = window.location.origin;
  it.each([
    ['/media/v1/AAA/720/7.m4s', `${origin}/media/v1/BBB/720/7.m4s`],
    ['/media/v1/AAA/p0.m3u8?t=1&x=9', `${origin}/media/v1/BBB/p0.m3u8?t=2&x=9`],
    ['/media/v1/AAA/7.m4s?x=9', `${origin}/media/v1/BBB/7.m4s?x=9`],
    ['/elsewhere/7.m4s', '/elsewhere/7.m4s'],
    ['https://cdn.example/media/v1/AAA/7.m4s', 'https://cdn.example/media/v1/AAA/7.m4s'],
  ])('%s becomes %s', (url, moved) => expect(moveAddress(url, from, to)).toBe(moved));
  it('an address that stayed is left as it was written', () => expect(moveAddress('a/b.m4s', from, from)).toBe('a/b.m4s'));
});

describe('renewalDelay', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');
  it.each([
    [null, null], ['2026-11-22T13:00:00Z', 3_540_000], ['2026-11-22T12:00:40Z', 20_000], ['2026-11-22T11:00:00Z', 5_000], ['2027-11-22T12:00:00Z', 2_147_000_000],
  ])('an address that ends %s is renewed after %s ms', (ends, ms) => expect(renewalDelay(ends, now)).toBe(ms));
});

describe('player errors', () => {
  it.each([[401, 'expired'], [403, 'expired'], [404, 'not-found'], [409, 'not-playable'], [503, 'server'], [0, 'network']] as const)(
    'status %s is %s', (status, kind) => expect(playerErrorOfStatus(status).kind).toBe(kind));
  it('only what may change has a retry', () => {
    expect(playerErrorOf(new ApiError(0, {})).retryable).toBe(true);
    expect(playerErrorOf(new ApiError(404, {})).retryable).toBe(false);
  });
});

describe('memory', () => {
  function storageOf(entries: Record<string, string> = {}) {
    const kept = new Map(Object.entries(entries));
    return { kept, getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  }
  it('remembers a place, but neither the very beginning nor the end', () => {
    const memory = openMemory(storageOf());
    memory.keepPlace('a', 42.04, 100);
    expect(memory.placeOf('a')).toBe(42);
    memory.keepPlace('a', 97, 100);
    expect(memory.placeOf('a')).toBe(0);
    memory.keepPlace('a', 3, 100);
    expect(memory.placeOf('a')).toBe(0);
  });
  it('forgets the one watched longest ago after two hundred', () => {
    const memory = openMemory(storageOf());
    for (let i = 0; i <= 200; i += 1) memory.keepPlace(`v${i}`, 10, 100);
    expect([memory.placeOf('v0'), memory.placeOf('v1'), memory.placeOf('v200')]).toEqual([0, 10, 10]);
  });
  it('remembers the sound, and takes nonsense for the defaults', () => {
    const storage = storageOf();
    openMemory(storage).keepSound({ volume: 0.3, muted: true });
    expect(openMemory(storage).sound()).toEqual({ volume: 0.3, muted: true });
    expect(openMemory(storageOf({ 'player.sound': '{"volume":7}', 'player.places': '"x"' })).sound()).toEqual({ volume: 1, muted: false });
    expect(openMemory(storageOf({ 'player.sound': '{', 'player.places': '[[1]]' })).placeOf('a')).toBe(0);
  });
  it('a full storage is no error', () => {
    const full = { getItem: () => null, setItem: () => { throw new DOMException('', 'QuotaExceededError'); } };
    expect(() => openMemory(full).keepPlace('a', 50, 100)).not.toThrow();
  });
});

describe('storyboard', () => {
  const text = 'WEBVTT\n\n00:00.000 --> 00:02.000\nsprite.jpg#xywh=0,0,160,90\n\n2\n00:02.000 --> 01:00:04.500\nsprite.jpg?t=1#xywh=160,0,160,90\n\nNOTE x\n';
  const stills = parseStoryboard(text, '/media/v1/AAA/board.vtt');
  it('reads cues against the address of the file', () => {
    expect(stills).toEqual([
      { start: 0, end: 2, url: `${window.location.origin}/media/v1/AAA/sprite.jpg`, x: 0, y: 0, width: 160, height: 90 },
      { start: 2, end: 3604.5, url: `${window.location.origin}/media/v1/AAA/sprite.jpg?t=1`, x: 160, y: 0, width: 160, height: 90 },
    ]);
  });
  it.each([[0, 0], [1.99, 0], [2, 160], [9999, 160], [-1, 0]])('at %s s the still at x=%s is shown', (seconds, x) => expect(stillAt(stills, seconds)?.x).toBe(x));
  it('without stills there is none', () => expect(stillAt(parseStoryboard('garbage', '/x'), 1)).toBeNull());
});
