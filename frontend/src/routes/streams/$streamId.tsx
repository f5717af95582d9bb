import { createFileRoute } from '@tanstack/react-router';
import { getStream } from '@/lib/api/streams';
import { keys } from '@/lib/queryKeys';

/** One stream: its page is `$streamId/index.tsx`, its dashboard `$streamId/broadcast.tsx`. */
export const Route = createFileRoute('/streams/$streamId')({
  // Begun before the page's code has arrived; the page itself shows how it stands.
  loader: ({ context, params }) => {
    const { streamId } = params;
    void context.queryClient.query({ queryKey: keys.stream(streamId), queryFn: ({ signal }) => getStream(streamId, signal) }).catch(() => undefined);
  },
});
