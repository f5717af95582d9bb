import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '@/lib/queryKeys';
import { streamOf } from '@/test/streams';
import { refuseCover } from './cover';
import { prepareToWatch } from './prepareToWatch';

const loadLiveEngine = vi.hoisted(() => vi.fn(() => Promise.resolve()));
vi.mock('@/lib/player/live/loadLiveEngine', () => ({ loadLiveEngine }));

function answer(answers: Record<string, unknown>) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    const body = answers[path];
    return Promise.resolve(new Response(JSON.stringify(body ?? { code: 'not_found' }), { status: body === undefined ? 404 : 200 }));
  });
  return asked;
}

beforeEach(() => loadLiveEngine.mockClear());

describe('prepareToWatch', () => {
  it('asks for the stream, then where to play it, while the engine is loaded', async () => {
    const playback = { kind: 'hls', url: '/live/public/a/2/master.m3u8', poster: null, expiresAt: null };
    const asked = answer({ '/api/streams/a': streamOf({ status: 'live', session: 2 }), '/api/streams/a/playback': playback });
    const client = new QueryClient();
    await prepareToWatch(client, 'a');
    expect(asked).toEqual(['/api/streams/a', '/api/streams/a/playback']);
    expect(client.getQueryData(keys.streamPlayback('a', 2))).toEqual(playback);
    expect(loadLiveEngine).toHaveBeenCalledTimes(1);
  });

  it('asks for nothing more when there is nothing to play', async () => {
    const asked = answer({ '/api/streams/a': streamOf({ status: 'scheduled' }) });
    await prepareToWatch(new QueryClient(), 'a');
    expect(asked).toEqual(['/api/streams/a']);
    expect(loadLiveEngine).not.toHaveBeenCalled();
  });

  it('leaves it to the page to say that a stream is missing', async () => {
    answer({});
    await expect(prepareToWatch(new QueryClient(), 'a')).resolves.toBeUndefined();
  });
});

describe('refuseCover', () => {
  it.each([
    ['image/png', 1, null], ['image/webp', 8_388_608, null],
    ['image/gif', 1, 'The cover must be a JPEG, PNG or WebP picture.'], ['', 1, 'The cover must be a JPEG, PNG or WebP picture.'],
    ['image/jpeg', 8_388_609, 'The cover may have 8 MB at most.'], ['image/jpeg', 0, 'This file is empty.'],
  ])('%s of %s bytes: %s', (type, size, reason) => expect(refuseCover({ type, size })).toBe(reason));
});
