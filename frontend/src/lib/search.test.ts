import { describe, expect, it } from 'vitest';
import { readListSearch, readNext, readVideoSearch } from './search';

describe('what an address says', () => {
  it('is taken when it makes sense', () =>
    expect(readVideoSearch({ q: 'sea', mine: true, status: 'failed' })).toEqual({ q: 'sea', mine: true, status: 'failed' }));
  it('a number typed into the address is a search too', () => expect(readListSearch({ q: 1999 })).toEqual({ q: '1999' }));
  it.each([{ q: '' }, { q: ['x'] }, { mine: 'yes' }, { status: 'deleted' }, { other: 1 }])('%j is left out', (raw) => expect(readVideoSearch(raw)).toEqual({}));
  it('a search has a length', () => expect(readListSearch({ q: 'x'.repeat(500) }).q).toHaveLength(200));
});

describe('where to go after signing in', () => {
  it('is a path of this site', () => expect(readNext({ next: '/videos/upload?albumId=1' })).toEqual({ next: '/videos/upload?albumId=1' }));
  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', 7])('%s is refused', (next) => expect(readNext({ next })).toEqual({}));
});
