import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { DiscAlbum, SearchX } from 'lucide-react';
import { Page } from '@/components/layout/Page';
import { AlbumCard } from '@/components/music/AlbumCard';
import { CreateAlbum } from '@/components/music/CreateAlbum';
import { MusicToolbar } from '@/components/music/MusicToolbar';
import { EmptyState } from '@/components/ui/EmptyState';
import { EndlessList } from '@/components/ui/EndlessList';
import { PageHeader } from '@/components/ui/PageHeader';
import { Skeleton } from '@/components/ui/Skeleton';
import { useMe } from '@/hooks/useAccount';
import { useAlbumsQuery } from '@/hooks/useAlbums';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { readListSearch } from '@/lib/search';

export const Route = createFileRoute('/albums/')({ validateSearch: readListSearch, component: AlbumsPage });

function AlbumsPage() {
  useDocumentTitle('Albums');
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { data: me } = useMe();
  const query = useAlbumsQuery({ q: search.q, owner: search.mine && me !== null ? 'me' : undefined });
  return (
    <Page>
      <PageHeader title="Albums">{me && <CreateAlbum />}</PageHeader>
      <MusicToolbar
        label="Search albums"
        search={search}
        signedIn={me !== null && me !== undefined}
        onChange={(next) => void navigate({ search: next, replace: true })}
      />
      <EndlessList
        query={query}
        label="albums"
        className="grid grid-cols-[repeat(auto-fill,minmax(min(45%,12rem),1fr))] gap-x-5 gap-y-8"
        skeleton={<AlbumSkeleton />}
        empty={
          search.q === undefined ? (
            <EmptyState icon={DiscAlbum} title="No albums yet">
              Videos can be linked to an album and to its tracks.
            </EmptyState>
          ) : (
            <EmptyState icon={SearchX} title="Nothing found">
              No album has these words in its title.
            </EmptyState>
          )
        }
        render={(album) => <AlbumCard album={album} />}
      />
    </Page>
  );
}

function AlbumSkeleton() {
  return (
    <>
      <Skeleton className="aspect-square w-full rounded-xl" />
      <Skeleton className="mt-3 h-5 w-4/5" />
      <Skeleton className="mt-1.5 h-4 w-2/5" />
    </>
  );
}
