import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { Music2, SearchX } from 'lucide-react';
import { Page } from '@/components/layout/Page';
import { CreateTrack } from '@/components/music/CreateTrack';
import { MusicToolbar } from '@/components/music/MusicToolbar';
import { TrackRow } from '@/components/music/TrackRow';
import { EmptyState } from '@/components/ui/EmptyState';
import { EndlessList } from '@/components/ui/EndlessList';
import { PageHeader } from '@/components/ui/PageHeader';
import { Skeleton } from '@/components/ui/Skeleton';
import { useMe } from '@/hooks/useAccount';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useTracksQuery } from '@/hooks/useTracks';
import { readListSearch } from '@/lib/search';

export const Route = createFileRoute('/tracks/')({ validateSearch: readListSearch, component: TracksPage });

function TracksPage() {
  useDocumentTitle('Tracks');
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { data: me } = useMe();
  const query = useTracksQuery({ q: search.q, owner: search.mine && me !== null ? 'me' : undefined });
  return (
    <Page width="medium">
      <PageHeader title="Tracks">{me && <CreateTrack />}</PageHeader>
      <MusicToolbar
        label="Search tracks"
        search={search}
        signedIn={me !== null && me !== undefined}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <EndlessList
        query={query}
        label="tracks"
        className="-mx-3 grid gap-0.5"
        skeleton={<Skeleton className="mx-3 my-2 h-10" />}
        empty={
          search.q === undefined ? (
            <EmptyState icon={Music2} title="No tracks yet">
              Videos can be linked to the track that is heard in them.
            </EmptyState>
          ) : (
            <EmptyState icon={SearchX} title="Nothing found">
              No track has these words in its title.
            </EmptyState>
          )
        }
        render={(track) => <TrackRow track={track} />}
      />
    </Page>
  );
}
