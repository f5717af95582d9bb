import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { keys } from '@/lib/queryKeys';
import type { Video, VideoChange } from '@/types';
import { videoChanges } from './useLiveVideos';

const video = { id: 'a', title: 'A', status: 'processing', playable: false, progress: null, failure: null } as Video;
const list = keys.videoList({ owner: 'me' });

function setUp() {
  const client = new QueryClient();
  client.setQueryData(keys.video('a'), video);
  client.setQueryData(list, { pages: [{ items: [{ ...video, id: 'b' }], nextCursor: 'x' }, { items: [video], nextCursor: null }], pageParams: [null, 'x'] });
  const asked = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
  const listed = () => client.getQueryData<{ pages: { items: Video[] }[] }>(list)?.pages.flatMap(({ items }) => items);
  return { client, asked, listed, take: videoChanges(client) };
}

function change(percent: number, patch: Partial<VideoChange> = {}): VideoChange {
  return { videoId: 'a', status: 'processing', playable: false, progress: { phase: 'transcoding', percent, secondsLeft: 9, queuePlace: null }, failure: null, ...patch };
}

describe('changes of videos', () => {
  it('reach the page of the video and every list, and no other video', () => {
    const { client, listed, take } = setUp();
    take(change(40));
    expect(client.getQueryData<Video>(keys.video('a'))).toMatchObject({ title: 'A', progress: { percent: 40 } });
    expect(listed()?.map(({ id, progress }) => [id, progress?.percent])).toEqual([['b', undefined], ['a', 40]]);
  });

  it('ask the server again for a new standing only, not for every per cent', () => {
    const { asked, take } = setUp();
    take(change(1));
    asked.mockClear();
    take(change(2));
    take(change(3));
    expect(asked).not.toHaveBeenCalled();
    take(change(4, { playable: true }));
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('a deleted one is asked for again, and keeps its last state until then', () => {
    const { client, asked, take } = setUp();
    take(change(0, { status: 'deleted' }));
    expect(client.getQueryData<Video>(keys.video('a'))?.status).toBe('processing');
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('one that is being deleted here is not asked for', () => {
    const { client, asked, take } = setUp();
    vi.spyOn(client, 'isMutating').mockReturnValue(1);
    take(change(0, { status: 'deleted' }));
    expect(asked).not.toHaveBeenCalled();
  });

  it('a video that no page shows is not put into the cache', () => {
    const { client, take } = setUp();
    take({ ...change(1), videoId: 'c' });
    expect(client.getQueryData(keys.video('c'))).toBeUndefined();
  });
});
