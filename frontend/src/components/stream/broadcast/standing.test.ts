import { describe, expect, it } from 'vitest';
import { streamOf } from '@/test/streams';
import { graceLeft, standingOf } from './standing';

const heads = (patch: Parameters<typeof streamOf>[0], left: number | null = null) => {
  const { tone, badge, headline } = standingOf(streamOf(patch), left);
  return [tone, badge, headline];
};

describe('standingOf', () => {
  it.each([
    [{ status: 'offline', signal: 'none' }, ['rest', 'Offline', 'No picture yet']],
    [{ status: 'scheduled', signal: 'none' }, ['rest', 'Scheduled', 'No picture yet']],
    [{ status: 'offline', signal: 'receiving' }, ['wait', 'Preview', 'Private preview']],
    [{ status: 'ended', signal: 'receiving' }, ['wait', 'Preview', 'Private preview']],
    [{ status: 'scheduled', signal: 'starved' }, ['warn', 'Preview', 'Too little arrives']],
    [{ status: 'starting', signal: 'none' }, ['wait', 'Waiting', 'Waiting for your picture']],
    [{ status: 'starting', signal: 'receiving' }, ['wait', 'Starting', 'Going live']],
    [{ status: 'live', signal: 'receiving' }, ['live', 'Live', 'You are live']],
    [{ status: 'live', signal: 'starved' }, ['warn', 'Live', 'Too little arrives']],
    [{ status: 'reconnecting', signal: 'none' }, ['warn', 'Reconnecting', 'Your picture is lost']],
    [{ status: 'ended', signal: 'none' }, ['rest', 'Ended', 'Your last session is over']],
  ] as const)('%o is %o', (patch, expected) => expect(heads(patch)).toEqual(expected));

  it('says who can see a live stream', () => {
    const sentence = (visibility: 'public' | 'unlisted' | 'private') => standingOf(streamOf({ status: 'live', signal: 'receiving', visibility }), null).sentence;
    expect(sentence('public')).toBe('Everyone can find and watch you.');
    expect(sentence('unlisted')).toBe('Everyone with the link can watch you.');
    expect(sentence('private')).toBe('The stream is private: only you can watch it.');
  });

  it('counts down what is left of the minute', () => {
    const sentence = (left: number | null) => standingOf(streamOf({ status: 'reconnecting' }), left).sentence;
    expect(sentence(41)).toContain('within 41 seconds');
    expect(sentence(1)).toContain('within 1 second,');
    expect(sentence(0)).toBe('The minute is over: the session is being ended.');
    expect(sentence(null)).toContain('within a minute');
  });

  it.each([
    ['none', 'It was not recorded.'], ['finishing', 'Its recording is being made into a video.'], ['ready', 'Its recording can be watched.'],
    ['failed', 'There is no recording of it, although one was wanted.'],
  ] as const)('after the end, a recording that is %s', (status, sentence) =>
    expect(standingOf(streamOf({ status: 'ended', recording: { status, videoId: null } }), null).sentence).toContain(sentence));
});

describe('graceLeft', () => {
  const lost = '2026-11-22T12:00:00Z';
  const at = (seconds: number) => graceLeft(lost, Date.parse(lost) + seconds * 1000);
  it('goes from a minute to nothing, also when a clock is wrong', () =>
    expect([at(-30), at(0), at(0.5), at(18.2), at(59.9), at(60), at(300)]).toEqual([60, 60, 60, 42, 1, 0, 0]));
  it('is not made up', () => expect(graceLeft(null, 0)).toBeNull());
});
