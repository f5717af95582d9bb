import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createAlbum, deleteAlbum, getAlbum, getAlbums, getAlbumTracks, updateAlbum, type MusicFilter } from '@/lib/api/albums';
import { keys } from '@/lib/queryKeys';
import type { AlbumDetails } from '@/types';

export function useAlbumsQuery(filter: MusicFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: keys.albumList(filter),
    queryFn: ({ pageParam, signal }) => getAlbums(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
  });
}

export function useAlbumQuery(id: string | null) {
  return useQuery({ queryKey: keys.album(id ?? ''), queryFn: ({ signal }) => getAlbum(id ?? '', signal), enabled: id !== null });
}

export function useAlbumTracksQuery(id: string) {
  return useInfiniteQuery({
    queryKey: keys.albumTracks(id),
    queryFn: ({ pageParam, signal }) => getAlbumTracks(id, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function useCreateAlbumMutation() {
  const client = useQueryClient();
  return useMutation({ mutationFn: createAlbum, onSuccess: () => client.invalidateQueries({ queryKey: keys.albums }) });
}

export function useUpdateAlbumMutation(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (details: AlbumDetails) => updateAlbum(id, details),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.albums }),
  });
}

/** `leave` goes where the deleted album is not shown; it runs before anything is asked for again and finds it missing. */
export function useDeleteAlbumMutation(leave: () => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deleteAlbum,
    onSuccess: async (_, id) => {
      await leave();
      client.removeQueries({ queryKey: keys.album(id), type: 'inactive' });
      await Promise.all([client.invalidateQueries({ queryKey: keys.albums }), client.invalidateQueries({ queryKey: keys.tracks })]);
    },
  });
}
