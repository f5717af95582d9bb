import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { keys } from '@/lib/queryKeys';
import { streamChangeOf, streamOf } from '@/test/streams';
import type { Stream } from '@/types';
import { streamChanges } from './useLiveStreams';

const list = keys.streamList({ status: 'live' });

function setUp(patch: Partial<Stream> = {}) {
  const client = new QueryClient();
  const stream = streamOf({ status: 'live', session: 2, recording: { status: 'recording', videoId: null }, ...patch });
  client.setQueryData(keys.stream('a'), stream);
  client.setQueryData(list, { pages: [{ items: [{ ...stream, id: 'b' }], nextCursor: 'x' }, { items: [stream], nextCursor: null }], pageParams: [null, 'x'] });
  const asked = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
  const listed = () => client.getQueryData<{ pages: { items: Stream[] }[] }>(list)?.pages.flatMap(({ items }) => items);
  const known = () => client.getQueryData<Stream>(keys.stream('a'));
  return { client, asked, listed, known, take: streamChanges(client) };
}

const live = { status: 'live', session: 2 } as const;

describe('changes of streams', () => {
  it('reach the page of the stream and every list, and no other stream', () => {
    const { known, listed, take } = setUp();
    take(streamChangeOf({ ...live, viewers: 7, title: 'Renamed' }));
    expect(known()).toMatchObject({ title: 'Renamed', viewers: 7, recording: { status: 'recording' } });
    expect(listed()?.map(({ id, viewers }) => [id, viewers])).toEqual([['b', 0], ['a', 7]]);
  });

  it('ask the server for a new standing only, not for every viewer', () => {
    const { asked, take } = setUp();
    take(streamChangeOf({ ...live, viewers: 1 }));
    take(streamChangeOf({ ...live, viewers: 2 }));
    expect(asked).not.toHaveBeenCalled();
    take(streamChangeOf({ ...live, status: 'reconnecting' }));
    expect(asked).toHaveBeenCalledTimes(3);
  });

  it('a recording that can be watched is known at once', () => {
    const { known, take } = setUp();
    take(streamChangeOf({ status: 'ended', session: 2, recordingVideoId: 'v' }));
    expect(known()).toMatchObject({ status: 'ended', recording: { status: 'ready', videoId: 'v' } });
  });

  it('what was known of the recording of an earlier session is dropped with a new one', () => {
    const { known, take } = setUp({ status: 'ended', recording: { status: 'ready', videoId: 'v' } });
    take(streamChangeOf({ status: 'starting', session: 3 }));
    expect(known()?.recording).toBeNull();
  });

  it('trouble is shown to the owner alone, and goes when it is over', () => {
    const trouble = { code: 'video_codec', message: 'Send H.264.', at: '2026-11-22T12:00:00Z' };
    const owner = setUp({ mine: true });
    owner.take(streamChangeOf({ ...live, trouble }));
    expect(owner.known()?.trouble).toEqual(trouble);
    owner.take(streamChangeOf(live));
    expect(owner.known()?.trouble).toBeNull();
    const viewer = setUp();
    viewer.take(streamChangeOf({ ...live, trouble }));
    expect(viewer.known()?.trouble).toBeNull();
  });

  it('a deleted one is asked for again, unless it is being deleted here', () => {
    const { client, asked, known, take } = setUp();
    take(streamChangeOf({ status: 'deleted' }));
    expect(known()?.status).toBe('live');
    expect(asked).toHaveBeenCalledTimes(3);
    asked.mockClear();
    vi.spyOn(client, 'isMutating').mockReturnValue(1);
    take(streamChangeOf({ status: 'deleted' }));
    expect(asked).not.toHaveBeenCalled();
  });
});
