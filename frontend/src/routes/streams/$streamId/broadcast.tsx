import { createFileRoute } from '@tanstack/react-router';
import { NotFound } from '@/components/layout/NotFound';
import { Page } from '@/components/layout/Page';
import { Dashboard } from '@/components/stream/broadcast/Dashboard';
import { DashboardSkeleton } from '@/components/stream/broadcast/DashboardSkeleton';
import { NotYours } from '@/components/stream/broadcast/NotYours';
import { ErrorState } from '@/components/ui/ErrorState';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useLiveStream } from '@/hooks/useLiveStreams';
import { useIsDeletingStream, useStreamQuery } from '@/hooks/useStreams';
import { isNotFound } from '@/lib/api/errors';
import { requireAccount } from '@/lib/requireAccount';

export const Route = createFileRoute('/streams/$streamId/broadcast')({
  beforeLoad: ({ context, location }) => requireAccount(context.queryClient, location.href),
  component: BroadcastPage,
});

function BroadcastPage() {
  const { streamId } = Route.useParams();
  const { data: stream, error, isPending, refetch } = useStreamQuery(streamId);
  const deleting = useIsDeletingStream();
  useLiveStream(streamId);
  useDocumentTitle(stream && `Broadcast: ${stream.title}`);
  if (isNotFound(error) && !deleting) return <NotFound what="stream" />;
  if (stream && !stream.mine) return <NotYours streamId={streamId} owner={stream.owner.displayName} />;
  return (
    <Page width="wide">
      {stream ? (
        <Dashboard key={stream.id} stream={stream} />
      ) : isPending ? (
        <DashboardSkeleton />
      ) : (
        <ErrorState error={error} onRetry={() => void refetch()} />
      )}
    </Page>
  );
}
