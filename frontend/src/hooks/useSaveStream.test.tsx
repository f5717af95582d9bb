import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { newStream } from '@/components/stream/StreamForm';
import { ApiError } from '@/lib/api/errors';
import { streamOf } from '@/test/streams';
import { useSaveStreamMutation } from './useSaveStream';

const stream = streamOf({ mine: true });
const ticket = { url: '/objects/cover', headers: { 'x-signed': '1' }, expiresAt: '2026-11-22T13:00:00Z' };
const cover = new File(['x'], 'cover.png', { type: 'image/png' });

function setUp() {
  const asked: string[] = [];
  let store = 503;
  vi.stubGlobal('fetch', (path: string, { method = 'GET' }: RequestInit = {}) => {
    asked.push(`${method} ${path}`);
    if (path === ticket.url) return Promise.resolve(new Response('', { status: store }));
    const body = path.endsWith('/thumbnail/presigned') ? ticket : method === 'GET' ? { ...stream, cover: '/media/cover.png' } : stream;
    return Promise.resolve(new Response(JSON.stringify(body)));
  });
  const client = new QueryClient();
  const { result } = renderHook(() => useSaveStreamMutation(null), {
    wrapper: ({ children }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>,
  });
  return { asked, client, result, storeIsBack: () => (store = 200) };
}

describe('saving a stream', () => {
  it('a cover that failed is sent again, to the stream that is there already', async () => {
    vi.useFakeTimers();
    const { asked, client, result, storeIsBack } = setUp();
    const draft = { details: { ...newStream, title: 'A' }, cover };
    await act(() => expect(result.current.mutateAsync(draft)).rejects.toBeInstanceOf(ApiError));
    storeIsBack();
    await act(() => result.current.mutateAsync(draft));
    expect(asked).toEqual([
      'POST /api/streams', 'POST /api/streams/a/thumbnail/presigned', 'PUT /objects/cover',
      'PUT /api/streams/a', 'POST /api/streams/a/thumbnail/presigned', 'PUT /objects/cover',
    ]);
    await vi.advanceTimersByTimeAsync(750);
    expect(client.getQueryData(['streams', 'one', 'a'])).toMatchObject({ cover: '/media/cover.png' });
    vi.useRealTimers();
  });
});
