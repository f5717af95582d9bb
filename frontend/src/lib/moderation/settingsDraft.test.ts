import { describe, expect, it } from 'vitest';
import { moderationOf } from '@/test/moderation';
import { isChanged, noChanges, readSlowMode, readTerms, withDraft } from './settingsDraft';

const settings = { ...moderationOf().settings, blockedTerms: ['spam', 'scam'] };

describe('a draft of settings', () => {
  it('changes what was changed, over what others have set meanwhile', () => {
    const draft = { fields: { closed: true }, added: ['eggs'], removed: ['spam'] };
    expect(withDraft({ ...settings, slowModeSeconds: 30, blockedTerms: ['spam', 'scam', 'ham'] }, draft)).toEqual({
      ...settings, slowModeSeconds: 30, closed: true, blockedTerms: ['scam', 'ham', 'eggs'],
    });
  });

  it('adds no term that somebody else has added already', () =>
    expect(withDraft({ ...settings, blockedTerms: ['Eggs'] }, { fields: {}, added: ['eggs'], removed: [] }).blockedTerms).toEqual(['Eggs']));

  it('is no change when it comes to the same', () => {
    expect(isChanged(settings, noChanges)).toBe(false);
    expect(isChanged(settings, { fields: { closed: false, hold: 'off' }, added: ['SPAM'], removed: ['never there'] })).toBe(false);
    expect(isChanged(settings, { fields: { hold: 'links' }, added: [], removed: [] })).toBe(true);
    expect(isChanged(settings, { fields: {}, added: [], removed: ['scam'] })).toBe(true);
  });
});

describe('blocked terms as they are typed', () => {
  it('are parted by lines, commas and semicolons, and tidied', () =>
    expect(readTerms(' one\r\ntwo  words ; three,\n\nONE', [])).toEqual({ terms: ['one', 'two words', 'three'], problem: null }));

  it('say so when nothing is new', () => expect(readTerms('Spam', ['spam'])).toEqual({ terms: [], problem: 'It is in the list already.' }));

  it('have at most 50 characters, counted as people count', () => {
    expect(readTerms('😀'.repeat(50), []).terms).toHaveLength(1);
    expect(readTerms(`${'x'.repeat(51)}\nshort`, [])).toEqual({
      terms: ['short'], problem: 'A term has at most 50 characters; 1 longer one was left out.',
    });
  });

  it('are 200 at most', () => {
    const known = Array.from({ length: 198 }, (_, i) => `known ${i}`);
    expect(readTerms('a,b,c,d', known)).toEqual({ terms: ['a', 'b'], problem: 'At most 200 terms can be blocked; 2 terms were left out.' });
  });
});

describe('slow mode as it is typed', () => {
  it.each([['0', 0], ['120', 120], ['121', null], ['-1', null], ['1.5', null], ['', null], ['x', null]] as const)('%s is %s', (text, seconds) =>
    expect(readSlowMode(text)).toBe(seconds));
});
