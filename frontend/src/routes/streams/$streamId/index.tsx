import { createFileRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { NotFound } from '@/components/layout/NotFound';
import { Page } from '@/components/layout/Page';
import { ChatColumn } from '@/components/stream/ChatColumn';
import { StreamInfo } from '@/components/stream/StreamInfo';
import { StreamPageSkeleton } from '@/components/stream/StreamPageSkeleton';
import { StreamStage } from '@/components/stream/StreamStage';
import { chatPlaceClass, chatSizeClass, watchGridClass } from '@/components/stream/watchGrid';
import { ErrorState } from '@/components/ui/ErrorState';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useLiveStream } from '@/hooks/useLiveStreams';
import { useIsDeletingStream, useStreamQuery } from '@/hooks/useStreams';
import { isNotFound } from '@/lib/api/errors';
import { WatchPlaces } from '@/lib/chat/watchPlace';
import { prepareToWatch } from '@/lib/stream/prepareToWatch';

export const Route = createFileRoute('/streams/$streamId/')({
  // What the player needs is on its way before the page's code has arrived; the page itself shows how it stands.
  loader: ({ context, params }) => {
    void prepareToWatch(context.queryClient, params.streamId);
  },
  component: StreamPage,
});

function StreamPage() {
  const { streamId } = Route.useParams();
  const { data: stream, error, isPending, refetch } = useStreamQuery(streamId);
  const deleting = useIsDeletingStream();
  const [places] = useState(() => new WatchPlaces());
  useLiveStream(stream ? streamId : null);
  useDocumentTitle(stream?.title);
  if (isPending) return <StreamPageSkeleton />;
  if (isNotFound(error) && !deleting) return <NotFound what="stream" />;
  if (!stream) {
    return (
      <Page width="narrow">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  return (
    <div className="mx-auto w-full max-w-[2240px] md:px-8 md:py-8">
      {/* On narrow pages the chat stands between the pictures and what is said about them. */}
      <div className={watchGridClass}>
        <div className="min-w-0">
          <StreamStage key={stream.id} stream={stream} places={places} />
        </div>
        <aside aria-label="Chat" className={chatPlaceClass}>
          <ChatColumn key={stream.id} streamId={stream.id} places={places} collapsible className={chatSizeClass} />
        </aside>
        <div className="min-w-0">
          <StreamInfo stream={stream} />
        </div>
      </div>
    </div>
  );
}
