import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MusicFilter } from '@/lib/api/albums';
import { createTrack, deleteTrack, getTrack, getTracks, updateTrack } from '@/lib/api/tracks';
import { keys } from '@/lib/queryKeys';
import type { TrackDetails } from '@/types';

export function useTracksQuery(filter: MusicFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: keys.trackList(filter),
    queryFn: ({ pageParam, signal }) => getTracks(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  });
}

export function useTrackQuery(id: string | null) {
  return useQuery({ queryKey: keys.track(id ?? ''), queryFn: ({ signal }) => getTrack(id ?? '', signal), enabled: id !== null });
}

export function useCreateTrackMutation() {
  const client = useQueryClient();
  return useMutation({ mutationFn: createTrack, onSuccess: () => client.invalidateQueries({ queryKey: keys.tracks }) });
}

export function useUpdateTrackMutation(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (details: TrackDetails) => updateTrack(id, details),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.tracks }),
  });
}

/** `leave` goes where the deleted track is not shown; it runs before anything is asked for again and finds it missing. */
export function useDeleteTrackMutation(leave: () => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deleteTrack,
    onSuccess: async (_, id) => {
      await leave();
      client.removeQueries({ queryKey: keys.track(id), type: 'inactive' });
      await client.invalidateQueries({ queryKey: keys.tracks });
    },
  });
}
