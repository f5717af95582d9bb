import { useInfiniteQuery, useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useStore } from './useStore';
import { deleteVideo, getVideo, getVideos, retryVideo, updateVideo, type VideoFilter } from '@/lib/api/videos';
import { liveHub } from '@/lib/live/liveConnection';
import { keys } from '@/lib/queryKeys';
import { uploads } from '@/lib/upload/uploads';
import type { PickedFile, UploadDefaults } from '@/lib/upload/uploadQueue';
import type { Video, VideoDetails } from '@/types';

/** While the realtime connection stands, asking is only a safety net. */
const pollMs = { connected: 20_000, otherwise: 3_000 };

export function useVideosQuery(filter: VideoFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: keys.videoList(filter),
    queryFn: ({ pageParam, signal }) => getVideos(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  });
}

export function useVideoQuery(id: string | null) {
  const hub = useStore(liveHub.state);
  return useQuery({
    queryKey: keys.video(id ?? ''),
    queryFn: ({ signal }) => getVideo(id ?? '', signal),
    enabled: id !== null,
    refetchInterval: ({ state }) => {
      const changing = state.data?.status === 'processing' || state.data?.status === 'uploading';
      if (!changing) return false;
      return hub === 'connected' ? pollMs.connected : pollMs.otherwise;
    },
  });
}

/** Hands files to the page's uploads, which go on outside React. Resolves to a sentence for each file that was refused. */
export function useUploadVideoMutation() {
  return useMutation({
    mutationFn: ({ files, defaults }: { files: PickedFile[]; defaults: UploadDefaults }) =>
      Promise.resolve(uploads.add(files, defaults)),
  });
}

export function useUpdateVideoMutation(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (details: VideoDetails) => updateVideo(id, details),
    onSuccess: (video) => {
      client.setQueryData(keys.video(id), video);
      return client.invalidateQueries({ queryKey: keys.videos });
    },
  });
}

export function useRetryVideoMutation(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => retryVideo(id),
    onSuccess: (video: Video) => {
      client.setQueryData(keys.video(id), video);
      return client.invalidateQueries({ queryKey: keys.videos });
    },
  });
}

/** `leave` goes where the deleted video is not shown; it runs before anything is asked for again and finds it missing. */
export function useDeleteVideoMutation(leave: () => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: keys.deletingVideo,
    mutationFn: (id: string) => deleteVideo(id),
    onSuccess: async (_, id) => {
      await leave();
      client.removeQueries({ queryKey: keys.video(id), type: 'inactive' });
      await client.invalidateQueries({ queryKey: ['videos', 'list'] });
    },
  });
}

/** Whether this page is deleting a video: that it is missing is no surprise then. */
export function useIsDeletingVideo(): boolean {
  return useIsMutating({ mutationKey: keys.deletingVideo }) > 0;
}
