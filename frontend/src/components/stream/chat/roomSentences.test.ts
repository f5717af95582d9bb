import { describe, expect, it } from 'vitest';
import { roomInfo, viewer } from '@/test/chat';
import { absenceSentence, lossSentence, roomSentences } from './roomSentences';

describe('what readers are told of a room', () => {
  it.each([
    ['too_slow', 'The chat was faster than your connection. Coming back…'],
    ['drain', 'The server is being restarted. Coming back…'],
    ['too_many_connections', 'There are too many connections from your network. Coming back…'],
    ['message_too_large', 'Something that this page sent was too large. Coming back…'],
    ['anything else', 'The connection is lost. Coming back…'],
    [null, 'The connection is lost. Coming back…'],
  ])('when the connection is gone for %s', (reason, sentence) => expect(lossSentence(reason)).toBe(sentence));

  it.each([
    ['not_found', 'This chat is not here any more.'],
    ['too_many_streams', 'This page has too many streams open. The chat is tried again by itself.'],
    ['too_many_calls', 'That was a little too fast. The chat is tried again by itself.'],
    ['unavailable', 'The chat does not answer at the moment. It is tried again by itself.'],
  ])('when it does not answer: %s', (code, sentence) => expect(absenceSentence(code)).toBe(sentence));

  it('is what concerns them of its rules', () => {
    const rules = { ...roomInfo, slowModeSeconds: 30, hold: 'links' as const };
    expect(roomSentences(rules, viewer)).toEqual(['Slow mode: one message every 30 seconds.', 'Messages with links are reviewed before they appear.']);
    expect(roomSentences({ ...roomInfo, closed: true }, { ...viewer, role: 'owner' })).toEqual([
      'The chat is closed: only you and the other moderators can write.', 'If the word filter fails, messages wait for review.',
    ]);
  });
});
