import { describe, expect, it } from 'vitest';
import { idleSnapshot, type BroadcastSnapshot } from '@/lib/broadcast/snapshot';
import { FakeCapture } from '@/test/fakeBroadcast';
import { sessionOf, healthOf } from '@/test/streamRecords';
import { formatBitrate, healthFigures } from './healthText';
import { sendWords, warningsOf } from './sendWords';
import { breakWords, endWords } from './sessionText';

describe('health', () => {
  it.each([[0, '0 kbit/s'], [640.4, '640 kbit/s'], [2540, '2.5 Mbit/s']])('%s reads %s', (kbps, text) => expect(formatBitrate(kbps)).toBe(text));
  it('says what is known', () => {
    expect(healthFigures(healthOf())).toEqual([
      ['Bitrate', '2.5 Mbit/s'], ['Frame rate', '30 per second'], ['Keyframe every', '2.0 s'], ['Picture', '1280 × 720 (720p)'], ['Video', 'H.264'],
      ['Sound', 'AAC'], ['Frames missing', '3'], ['Comes from', 'An encoder'],
    ]);
  });
  it('makes nothing up', () => {
    const figures = healthFigures(healthOf({ bitrateKbps: 0, frameRate: 0, keyframeIntervalSeconds: 0, width: 0, height: 0, videoCodec: null, audioCodec: null, source: null }));
    expect(figures.map(([, value]) => value)).toEqual(['–', '–', '–', '–', 'None', 'None', '3', '–']);
  });
});

describe('a session', () => {
  it('says how it ended', () => {
    expect(endWords(sessionOf())).toBe('You ended it');
    expect(endWords(sessionOf({ end: 'signalLost' }))).toContain('did not come back');
    expect(endWords(sessionOf({ end: null, endedAt: null }))).toBeNull();
  });
  it('counts its breaks and what was lost in them', () => {
    expect(breakWords(sessionOf())).toBeNull();
    const one = { lostAt: '2026-11-22T12:10:00Z', backAt: '2026-11-22T12:10:12Z' };
    expect(breakWords(sessionOf({ breaks: [one] }))).toBe('1 break of 12 s in all');
    expect(breakWords(sessionOf({ breaks: [one, { lostAt: '2026-11-22T12:20:00Z', backAt: null }] }))).toBe('2 breaks of 12 s in all');
    expect(breakWords(sessionOf({ breaks: [{ lostAt: '2026-11-22T12:20:00Z', backAt: null }] }))).toBe('1 break');
  });
});

describe('sending', () => {
  const capture = new FakeCapture({ kind: 'camera', cameraId: null, microphoneId: null, height: 720 }, { pictureEnded: () => undefined, soundEnded: () => undefined });
  const state = (patch: Partial<BroadcastSnapshot>): BroadcastSnapshot => ({ ...idleSnapshot, capture, ...patch });
  it('says what goes out', () => {
    expect(sendWords(state({ phase: 'sending', bytesPerSecond: 300_000 }), 0)).toBe('Sending 2.4 Mbit/s.');
    expect(sendWords(state({ phase: 'ready' }), 0)).toBe('Only you see this. Nothing is sent yet.');
  });
  it('counts down to the next attempt and to the last', () => {
    const lost = state({ phase: 'reconnecting', retryAt: 5_000, giveUpAt: 60_000 });
    expect(sendWords(lost, 1_500)).toBe('The connection is lost. Next attempt in 4 s; 59 s are left.');
    expect(sendWords(lost, 6_000)).toBe('The connection is lost. Trying again; 54 s are left.');
  });
  it('warns of a slow upload for a while', () => {
    const slow = state({ phase: 'sending', slowAt: 1000, videoBitsPerSecond: 1_500_000 });
    expect(warningsOf(slow, 2000)).toEqual(['Your upload is too slow. The picture began anew with at most 1.5 Mbit/s; a smaller picture may help.']);
    expect(warningsOf(slow, 31_000)).toEqual([]);
  });
  it('warns of a hidden tab and a lost microphone', () => {
    expect(warningsOf(state({ phase: 'sending', hidden: true, soundLost: true }), 0)).toHaveLength(2);
    expect(warningsOf(state({ phase: 'ready' }), 0)).toEqual([]);
  });
});
