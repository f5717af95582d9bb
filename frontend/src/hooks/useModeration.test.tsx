import { render } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { liveHub } from '@/lib/live/liveConnection';
import { keys } from '@/lib/queryKeys';
import { useModerationNews } from './useModeration';

vi.mock('@/lib/live/liveConnection', async () => {
  const { LiveHub } = await import('@/lib/live/liveHub');
  return { liveHub: new LiveHub(() => new Promise(() => undefined)) };
});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function Watched() {
  useModerationNews('a');
  return null;
}

it('reads what is moderated anew when the connection is back, once for all that is told at a time', () => {
  const client = new QueryClient();
  const refreshed = vi.spyOn(client, 'invalidateQueries');
  const { unmount } = render(
    <QueryClientProvider client={client}>
      <Watched />
    </QueryClientProvider>,
  );
  liveHub.state.set('lost');
  vi.advanceTimersByTime(1_000);
  expect(refreshed).not.toHaveBeenCalled();
  liveHub.state.set('connected');
  vi.advanceTimersByTime(1_000);
  expect(refreshed.mock.calls.map(([filters]) => filters?.queryKey)).toEqual([keys.moderation('a'), keys.chatAudit('a')]);
  liveHub.state.set('lost');
  liveHub.state.set('connected');
  unmount();
  vi.advanceTimersByTime(1_000);
  expect(refreshed).toHaveBeenCalledTimes(2);
});
