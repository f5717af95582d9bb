import { describe, expect, it, vi } from 'vitest';
import { getMe, login } from './account';
import { request, withQuery } from './client';
import { ApiError, isNotFound, sentenceOf } from './errors';
import { confirmUpload, getVideos } from './videos';

function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = body === undefined ? '' : JSON.stringify(body);
  const fake = vi.fn(() => Promise.resolve(new Response(status === 204 ? null : text, { status, headers })));
  vi.stubGlobal('fetch', fake);
  return fake;
}

async function failure(promise: Promise<unknown>): Promise<ApiError> {
  const error: unknown = await promise.then(() => null, (e: unknown) => e);
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

describe('request', () => {
  it('leaves empty filters out of the address', async () => {
    const fake = answer(200, { items: [], nextCursor: null });
    await getVideos({ owner: 'me', status: undefined, q: 'a b&c' }, 'c1');
    expect(fake).toHaveBeenCalledWith('/api/videos?owner=me&q=a+b%26c&cursor=c1&limit=24', expect.objectContaining({ method: 'GET' }));
  });

  it('answers undefined for an empty answer', async () => {
    answer(204, undefined);
    expect(await request('DELETE', '/api/videos/1')).toBeUndefined();
  });

  it('shows the detail and keeps the code of a problem', async () => {
    answer(409, { title: 'Conflict', status: 409, detail: 'The video is not ready.', code: 'not_playable' });
    const error = await failure(request('GET', '/api/videos/1/stream'));
    expect([error.status, error.code, error.message, error.passing]).toEqual([409, 'not_playable', 'The video is not ready.', false]);
  });

  it('names fields as the page does', async () => {
    answer(400, { title: 'Invalid', errors: { DisplayName: ['Too long.'], email: ['Taken.'] } });
    const error = await failure(request('POST', '/api/account/register'));
    expect(error.fields).toEqual({ displayName: ['Too long.'], email: ['Taken.'] });
    expect(sentenceOf(error)).toBe('Too long. Taken.');
  });

  it('survives an error that is no JSON, and tells how long to wait', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 503, headers: { 'Retry-After': '7' } })));
    const error = await failure(request('GET', '/api/videos'));
    expect([error.code, error.retryAfter, error.passing]).toEqual(['http_503', 7, true]);
  });

  it('turns an unreachable server into an error that may pass', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const error = await failure(request('GET', '/api/videos'));
    expect([error.status, error.code, error.passing]).toEqual([0, 'network', true]);
  });

  it('lets aborts pass', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new DOMException('Stopped.', 'AbortError')));
    await expect(request('GET', '/api/videos')).rejects.toThrow(DOMException);
  });

  it('refuses an answer that is no JSON', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 200 })));
    expect((await failure(request('GET', '/api/videos'))).code).toBe('unreadable');
  });
});

describe('endpoints', () => {
  it('confirms with numbers and etags only', async () => {
    const fake = answer(200, {});
    await confirmUpload('v1', [{ number: 1, etag: '"a"', size: 9 }]);
    expect(fake).toHaveBeenCalledWith('/api/videos/upload/confirm',
      expect.objectContaining({ body: JSON.stringify({ videoId: 'v1', parts: [{ number: 1, etag: '"a"' }] }) }));
  });

  it('a signed-out visitor is nobody, not an error', async () => {
    answer(401, { title: 'Unauthorized' });
    expect(await getMe()).toBeNull();
  });

  it('says in words that a password is wrong', async () => {
    answer(401, { title: 'Unauthorized', detail: 'Failed' });
    expect((await failure(login('a@b.c', 'x'))).message).toBe('E-mail address and password do not fit together.');
  });

  it('tells missing things apart', () => {
    expect([isNotFound(new ApiError(404, {})), isNotFound(new ApiError(500, {})), isNotFound(new Error())]).toEqual([true, false, false]);
  });

  it('withQuery leaves a bare path alone', () => expect(withQuery('/a', { b: null, c: '' })).toBe('/a'));
});
