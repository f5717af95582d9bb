import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { liveHub } from '@/lib/live/liveConnection';
import { keys } from '@/lib/queryKeys';
import type { Page, Video, VideoChange } from '@/types';

/** Puts what the hub says about videos into every cached answer that shows them. Used once, at the root. */
export function useLiveVideos(): void {
  const client = useQueryClient();
  useEffect(() => liveHub.onVideo(videoChanges(client)), [client]);
}

export function useWatchVideo(id: string | null): void {
  useEffect(() => (id === null ? undefined : liveHub.watchVideo(id)), [id]);
}

export function useWatchLibrary(enabled: boolean): void {
  useEffect(() => (enabled ? liveHub.watchLibrary() : undefined), [enabled]);
}

/** Answers what takes a change into the cache of a client. */
export function videoChanges(client: QueryClient): (change: VideoChange) => void {
  const seen = new Map<string, string>();
  return (change) => {
    const { videoId } = change;
    // Deleted from here: the page leaves by itself, and asking would only be told that it is missing.
    if (change.status === 'deleted' && client.isMutating({ mutationKey: keys.deletingVideo }) > 0) return;
    if (change.status !== 'deleted') {
      const merge = mergerOf({ ...change, status: change.status });
      client.setQueryData<Video>(keys.video(videoId), (video) => video && merge(video));
      client.setQueriesData<InfiniteData<Page<Video>>>({ queryKey: ['videos', 'list'] }, (data) => data && mergeListed(data, videoId, merge));
    }
    // Poster, length and place in lists are not in the message; a new status or the first pictures are worth asking for them.
    const standing = `${change.status} ${change.playable}`;
    if (seen.get(videoId) === standing) return;
    if (seen.size >= mostSeen) seen.clear();
    seen.set(videoId, standing);
    void client.invalidateQueries({ queryKey: keys.video(videoId) });
    void client.invalidateQueries({ queryKey: ['videos', 'list'] });
  };
}

/** What was seen of more videos than that is forgotten, at the cost of a request. */
const mostSeen = 500;

type Merge = (video: Video) => Video;

function mergerOf({ status, playable, progress, failure }: VideoChange & Pick<Video, 'status'>): Merge {
  return (video) => ({ ...video, status, playable, progress, failure });
}

function mergeListed(data: InfiniteData<Page<Video>>, videoId: string, merge: Merge): InfiniteData<Page<Video>> {
  const concerns = (video: Video) => video.id === videoId;
  if (!data.pages.some(({ items }) => items.some(concerns))) return data;
  const pages = data.pages.map((page) => ({ ...page, items: page.items.map((video) => (concerns(video) ? merge(video) : video)) }));
  return { ...data, pages };
}
