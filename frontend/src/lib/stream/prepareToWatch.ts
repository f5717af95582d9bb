import type { QueryClient } from '@tanstack/react-query';
import { getPlayback, getStream } from '@/lib/api/streams';
import { loadLiveEngine } from '@/lib/player/live/loadLiveEngine';
import { keys } from '@/lib/queryKeys';

/** Asks for all that a viewer needs to see the first picture, one answer leading to the next; whatever fails is asked for again by the page. */
export async function prepareToWatch(client: QueryClient, streamId: string): Promise<void> {
  try {
    const stream = await client.query({ queryKey: keys.stream(streamId), queryFn: ({ signal }) => getStream(streamId, signal) });
    if (stream.status !== 'live') return;
    void loadLiveEngine().catch(() => undefined);
    await client.query({
      queryKey: keys.streamPlayback(streamId, stream.session),
      queryFn: ({ signal }) => getPlayback(streamId, false, signal),
      retry: false,
    });
  } catch {
    // The page says what is wrong.
  }
}
