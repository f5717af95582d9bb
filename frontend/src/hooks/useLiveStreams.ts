import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { liveHub } from '@/lib/live/liveConnection';
import { keys } from '@/lib/queryKeys';
import type { Page, Stream, StreamChange } from '@/types';

/** Puts what the hub says about streams into every cached answer that shows them. Used once, at the root. */
export function useLiveStreams(): void {
  const client = useQueryClient();
  useEffect(() => liveHub.onStream(streamChanges(client)), [client]);
}

/** While it is shown, changes of one stream arrive by themselves: they are in `useStreamQuery` and in the lists. */
export function useLiveStream(id: string | null): void {
  useEffect(() => (id === null ? undefined : liveHub.joinStream(id)), [id]);
}

/** Answers what takes a change into the cache of a client. */
export function streamChanges(client: QueryClient): (change: StreamChange) => void {
  return (change) => {
    const { streamId, status } = change;
    // Deleted from here: the page leaves by itself, and asking would only be told that it is missing.
    if (status === 'deleted' && client.isMutating({ mutationKey: keys.deletingStream }) > 0) return;
    const known = client.getQueryData<Stream>(keys.stream(streamId));
    if (status !== 'deleted') {
      const merge = mergerOf({ ...change, status });
      client.setQueryData<Stream>(keys.stream(streamId), (stream) => stream && merge(stream));
      client.setQueriesData<InfiniteData<Page<Stream>>>({ queryKey: keys.streamLists }, (data) => data && mergeListed(data, streamId, merge));
    }
    // Pictures, times and places in lists are not in the message; a new standing is worth asking for them.
    if (known && stands(known, change)) return;
    void client.invalidateQueries({ queryKey: keys.stream(streamId) });
    void client.invalidateQueries({ queryKey: keys.streamSessions(streamId) });
    void client.invalidateQueries({ queryKey: keys.streamLists });
  };
}

function stands(stream: Stream, change: StreamChange): boolean {
  return (
    stream.status === change.status && stream.session === change.session && stream.visibility === change.visibility &&
    stream.scheduledFor === change.scheduledFor && (stream.recording?.videoId ?? null) === change.recordingVideoId
  );
}

type Merge = (stream: Stream) => Stream;

function mergerOf(change: StreamChange & Pick<Stream, 'status'>): Merge {
  const { status, signal, visibility, title, scheduledFor, session, liveAt, viewers, recordingVideoId, trouble } = change;
  return (stream) => ({
    ...stream, status, signal, visibility, title, scheduledFor, session, liveAt, viewers,
    recording: recordingOf(stream, session, recordingVideoId),
    trouble: stream.mine ? (trouble ?? null) : null,
  });
}

function recordingOf(stream: Stream, session: number, videoId: string | null): Stream['recording'] {
  if (videoId !== null) return { status: 'ready', videoId };
  // What was known is of an earlier session.
  return session === stream.session ? stream.recording : null;
}

function mergeListed(data: InfiniteData<Page<Stream>>, streamId: string, merge: Merge): InfiniteData<Page<Stream>> {
  const concerns = (stream: Stream) => stream.id === streamId;
  if (!data.pages.some(({ items }) => items.some(concerns))) return data;
  const pages = data.pages.map((page) => ({ ...page, items: page.items.map((stream) => (concerns(stream) ? merge(stream) : stream)) }));
  return { ...data, pages };
}
