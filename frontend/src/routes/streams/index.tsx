import { createFileRoute, Link, useNavigate } from '@tanstack/react-router';
import { Radio } from 'lucide-react';
import { Page } from '@/components/layout/Page';
import { OwnStreams } from '@/components/stream/OwnStreams';
import { LiveCard, PastCard, ScheduledCard } from '@/components/stream/streamCards';
import { StreamSection } from '@/components/stream/StreamSection';
import { buttonClass } from '@/components/ui/buttonClass';
import { PageHeader } from '@/components/ui/PageHeader';
import { Segments } from '@/components/ui/Segments';
import { useMe } from '@/hooks/useAccount';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';

export const Route = createFileRoute('/streams/')({
  validateSearch: ({ mine }: Record<string, unknown>): { mine?: true } => (mine === true ? { mine } : {}),
  component: StreamsPage,
});

const owners = [['all', 'All'], ['mine', 'Mine']] as const;

function StreamsPage() {
  useDocumentTitle('Streams');
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { data: me } = useMe();
  const mine = search.mine === true && me !== null;
  return (
    <Page>
      <PageHeader title="Streams">
        <div className="flex flex-wrap items-center gap-3">
          {me && (
            <Segments
              label="Whose"
              value={mine ? 'mine' : 'all'}
              options={owners}
              onChange={(owner) => void navigate({ search: owner === 'mine' ? { mine: true } : {}, replace: true })}
            />
          )}
          <Link to="/streams/create" className={buttonClass('primary')}>
            <Radio aria-hidden="true" className="size-4" />
            New stream
          </Link>
        </div>
      </PageHeader>
      {mine ? (
        <OwnStreams />
      ) : (
        <>
          <StreamSection title="Live now" status="live" skeletons={4} empty="Nobody is live right now." render={(stream) => <LiveCard stream={stream} />} />
          <StreamSection title="Scheduled" status="scheduled" skeletons={4} empty="Nothing is planned." render={(stream) => <ScheduledCard stream={stream} />} />
          <StreamSection title="Past" status="ended" skeletons={8} empty="No stream has ended yet." render={(stream) => <PastCard stream={stream} />} />
        </>
      )}
    </Page>
  );
}
