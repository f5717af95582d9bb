import { createFileRoute } from '@tanstack/react-router';
import { NotFound } from '@/components/layout/NotFound';
import { Page } from '@/components/layout/Page';
import { StreamInfo } from '@/components/stream/StreamInfo';
import { StreamPageSkeleton } from '@/components/stream/StreamPageSkeleton';
import { StreamStage } from '@/components/stream/StreamStage';
import { ErrorState } from '@/components/ui/ErrorState';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useLiveStream } from '@/hooks/useLiveStreams';
import { useIsDeletingStream, useStreamQuery } from '@/hooks/useStreams';
import { isNotFound } from '@/lib/api/errors';
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
      {/* A second column appears with something to put into it. */}
      <div className="grid gap-x-8 gap-y-10 min-[90rem]:has-[>aside]:grid-cols-[minmax(0,1fr)_22rem] 3xl:has-[>aside]:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="min-w-0">
          <StreamStage key={stream.id} stream={stream} />
          <StreamInfo stream={stream} />
        </div>
      </div>
    </div>
  );
}
