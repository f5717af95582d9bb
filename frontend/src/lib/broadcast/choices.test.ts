import { describe, expect, it } from 'vitest';
import { pauseMs } from './backoff';
import { bitrateFor, lowerBitrate, queueLimit } from './bitrate';
import { captureProblem } from './captureProblem';
import { bestMimeType } from './mimeType';
import { readServerMessage } from './serverMessage';

describe('bestMimeType', () => {
  it('takes H.264 where it can, then VP8', () => {
    expect(bestMimeType(true, () => true)).toBe('video/webm;codecs=h264,opus');
    expect(bestMimeType(true, (type) => /mp4|vp9/.test(type))).toBe('video/mp4;codecs=avc1.42E01F,mp4a.40.2');
    expect(bestMimeType(true, (type) => /vp8|vp9/.test(type))).toBe('video/webm;codecs=vp8,opus');
    expect(bestMimeType(false, (type) => type.includes('vp9'))).toBe('video/webm;codecs=vp9');
    expect(bestMimeType(true, () => false)).toBeNull();
  });
});

describe('bitrateFor', () => {
  it.each([
    [640, 360, 30, 800_000], [1280, 720, 30, 2_500_000], [720, 1280, 30, 2_500_000], [1280, 720, 60, 3_750_000], [1920, 1080, 30, 4_500_000],
    [1920, 1200, 30, 8_000_000], [3840, 2160, 60, 12_000_000],
  ])('%s×%s at %s gets %s', (width, height, frameRate, bits) => expect(bitrateFor({ width, height, frameRate })).toBe(bits));

  it('goes down by two fifths, and not for ever', () => {
    expect(lowerBitrate(2_500_000)).toBe(1_500_000);
    expect(lowerBitrate(400_000)).toBe(300_000);
  });

  it('queues three seconds, and never less than half a mebibyte', () => {
    expect(queueLimit(2_500_000)).toBe(985_500);
    expect(queueLimit(300_000)).toBe(524_288);
  });
});

describe('pauseMs', () => {
  it('grows up to eight seconds, and half of it is chance', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((attempt) => pauseMs(attempt, 1))).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
    expect([pauseMs(3, 0), pauseMs(3, 0.5)]).toEqual([1000, 1500]);
  });
});

describe('readServerMessage', () => {
  it.each([['{'], ['1'], ['null'], ['{}'], ['{"type":"hello"}']])('passes over %s', (text) => expect(readServerMessage(text)).toBeNull());
  it('always has a code and a sentence', () => {
    expect(readServerMessage('{"type":"refused"}')).toEqual({ type: 'refused', code: 'refused', message: 'The server does not take this broadcast.' });
    expect(readServerMessage('{"type":"stopped","code":"x","message":"Why."}')).toEqual({ type: 'stopped', code: 'x', message: 'Why.' });
  });
});

describe('captureProblem', () => {
  it.each([['NotAllowedError', 'permission'], ['NotFoundError', 'not_found'], ['NotReadableError', 'in_use'], ['NotSupportedError', 'unsupported'], ['Odd', 'capture']])(
    '%s is %s', (name, code) => expect(captureProblem(new DOMException('', name), 'camera').code).toBe(code));
  it('speaks of sharing when it was a screen', () =>
    expect(captureProblem(new DOMException('', 'NotAllowedError'), 'screen').sentence).toContain('Nothing was shared'));
});
