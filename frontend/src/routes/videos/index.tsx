import { createFileRoute, Link, useNavigate } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { Page } from '@/components/layout/Page';
import { buttonClass } from '@/components/ui/buttonClass';
import { PageHeader } from '@/components/ui/PageHeader';
import { SearchField } from '@/components/ui/SearchField';
import { VideoFilters } from '@/components/video/VideoFilters';
import { VideoList } from '@/components/video/VideoList';
import { useMe } from '@/hooks/useAccount';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useWatchLibrary } from '@/hooks/useLiveVideos';
import { readVideoSearch, type VideoSearch } from '@/lib/search';

export const Route = createFileRoute('/videos/')({ validateSearch: readVideoSearch, component: VideosPage });

function VideosPage() {
  useDocumentTitle('Videos');
  const search = Route.useSearch();
  const navigate = useNavigate({ from: Route.fullPath });
  const { data: me } = useMe();
  const mine = search.mine === true && me !== null;
  useWatchLibrary(me !== null && me !== undefined);
  const change = (next: VideoSearch) => void navigate({ search: next, replace: true });
  return (
    <Page>
      <PageHeader title="Videos">
        <Link to="/videos/upload" className={buttonClass('primary')}>
          <Upload aria-hidden="true" className="size-4" />
          Upload
        </Link>
      </PageHeader>
      <div className="mb-6 flex flex-wrap items-center gap-3">
        <SearchField
          label="Search videos"
          value={search.q ?? ''}
          onSearch={(q) => change({ ...withoutText(search), ...(q !== '' && { q }) })}
        />
        {me && <VideoFilters search={search} onChange={change} />}
      </div>
      <VideoList
        filter={{ q: search.q, ...(mine && { owner: 'me', status: search.status }) }}
        filtered={search.q !== undefined || (mine && search.status !== undefined)}
        mine={mine}
      />
    </Page>
  );
}

function withoutText({ mine, status }: VideoSearch): VideoSearch {
  return { ...(mine && { mine }), ...(status && { status }) };
}
