import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { putFile } from '@/lib/api/putFile';
import { createStream, getStream, presignCover, updateStream } from '@/lib/api/streams';
import { keys } from '@/lib/queryKeys';
import type { Stream, StreamDetails } from '@/types';

export interface StreamDraft {
  details: StreamDetails;
  /** A new picture, or null to leave it as it is. */
  cover: File | null;
}

/**
 * Writes a stream, then sends its cover. What succeeded is not done twice: saving again after the cover failed
 * writes the stream that is there already.
 */
export function useSaveStreamMutation(id: string | null) {
  const client = useQueryClient();
  const known = useRef(id);
  return useMutation({
    mutationFn: async ({ details, cover }: StreamDraft): Promise<Stream> => {
      const stream = await (known.current === null ? createStream(details) : updateStream(known.current, details));
      known.current = stream.id;
      client.setQueryData(keys.stream(stream.id), stream);
      void client.invalidateQueries({ queryKey: keys.streamLists });
      if (cover === null) return stream;
      const ticket = await presignCover(stream.id, cover.type, cover.size);
      await putFile(ticket.url, ticket.headers, cover);
      void showCover(client, stream);
      return stream;
    },
  });
}

const looks = 8;
const lookEveryMs = 750;

/** The object store tells of the new picture a moment later. */
async function showCover(client: QueryClient, before: Stream): Promise<void> {
  for (let i = 0; i < looks; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    const stream = await getStream(before.id).catch(() => null);
    if (stream === null || stream.cover === before.cover) continue;
    client.setQueryData(keys.stream(stream.id), stream);
    await client.invalidateQueries({ queryKey: keys.streamLists });
    return;
  }
}
