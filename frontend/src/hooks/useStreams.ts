import { useInfiniteQuery, useIsMutating, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  createStream, deleteStream, getHealth, getIngestURL, getSessions, getStream, getStreams, rotateStreamKey, startStream, stopStream, updateStream,
  type StreamFilter,
} from '@/lib/api/streams';
import { liveHub } from '@/lib/live/liveConnection';
import { keys } from '@/lib/queryKeys';
import type { Stream, StreamDetails } from '@/types';
import { useStore } from './useStore';

/** Lists have no messages of their own; while the page is in sight they are asked for again. */
const listPollMs = 10_000;
/** While the realtime connection stands, asking is only a safety net. */
const pollMs = { connected: 30_000, otherwise: 3_000 };
const healthPollMs = 2_000;

export function useStreamsQuery(filter: StreamFilter, enabled = true) {
  return useInfiniteQuery({
    queryKey: keys.streamList(filter),
    queryFn: ({ pageParam, signal }) => getStreams(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    enabled,
    refetchInterval: listPollMs,
  });
}

export function useStreamQuery(id: string | null) {
  const hub = useStore(liveHub.state);
  return useQuery({
    queryKey: keys.stream(id ?? ''),
    queryFn: ({ signal }) => getStream(id ?? '', signal),
    enabled: id !== null,
    refetchInterval: hub === 'connected' ? pollMs.connected : pollMs.otherwise,
  });
}

export function useStreamSessionsQuery(id: string, enabled = true) {
  return useQuery({ queryKey: keys.streamSessions(id), queryFn: ({ signal }) => getSessions(id, signal), enabled });
}

/** Holds the key, so it is neither asked for before it is wanted nor kept once nobody shows it. */
export function useIngestQuery(id: string, enabled: boolean) {
  return useQuery({ queryKey: keys.streamIngest(id), queryFn: ({ signal }) => getIngestURL(id, signal), enabled, gcTime: 0 });
}

export function useStreamHealthQuery(id: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.streamHealth(id),
    queryFn: ({ signal }) => getHealth(id, signal),
    enabled,
    refetchInterval: healthPollMs,
  });
}

export function useCreateStreamMutation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (details: StreamDetails) => createStream(details),
    onSuccess: (stream) => {
      client.setQueryData(keys.stream(stream.id), stream);
      return client.invalidateQueries({ queryKey: keys.streamLists });
    },
  });
}

export function useUpdateStreamMutation(id: string) {
  return useStreamMutation((details: StreamDetails) => updateStream(id, details));
}

export function useStartStreamMutation(id: string) {
  return useStreamMutation(() => startStream(id));
}

export function useStopStreamMutation(id: string) {
  return useStreamMutation(() => stopStream(id));
}

export function useRotateKeyMutation(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => rotateStreamKey(id),
    onSuccess: (ingest) => client.setQueryData(keys.streamIngest(id), ingest),
  });
}

/** `leave` goes where the deleted stream is not shown; it runs before anything is asked for again and finds it missing. */
export function useDeleteStreamMutation(leave: () => Promise<void>) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: keys.deletingStream,
    mutationFn: (id: string) => deleteStream(id),
    onSuccess: async (_, id) => {
      await leave();
      client.removeQueries({ queryKey: keys.stream(id), type: 'inactive' });
      await client.invalidateQueries({ queryKey: keys.streamLists });
    },
  });
}

/** Whether this page is deleting a stream: that it is missing is no surprise then. */
export function useIsDeletingStream(): boolean {
  return useIsMutating({ mutationKey: keys.deletingStream }) > 0;
}

/** What answers the stream as it is then. */
function useStreamMutation<T = void>(mutationFn: (argument: T) => Promise<Stream>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: (stream) => {
      client.setQueryData(keys.stream(stream.id), stream);
      return client.invalidateQueries({ queryKey: keys.streamLists });
    },
  });
}
