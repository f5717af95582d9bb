import { Link } from '@tanstack/react-router';
import { Clapperboard, SearchX } from 'lucide-react';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { EndlessList } from '@/components/ui/EndlessList';
import { useVideosQuery } from '@/hooks/useVideos';
import type { VideoFilter } from '@/lib/api/videos';
import { VideoCard } from './VideoCard';
import { VideoCardSkeleton } from './VideoCardSkeleton';

const gridClass = 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-5 gap-y-8 3xl:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]';

interface VideoListProps {
  filter: VideoFilter;
  /** Whether a search or a status leaves some out. */
  filtered?: boolean;
  mine: boolean;
  /** What the upload page links new videos to. */
  link?: { albumId?: string; trackId?: string };
}

export function VideoList({ filter, filtered = false, mine, link = {} }: VideoListProps) {
  const query = useVideosQuery(filter);
  return (
    <EndlessList
      query={query}
      label="videos"
      className={gridClass}
      skeleton={<VideoCardSkeleton />}
      empty={filtered ? <NothingFound /> : <NoVideos mine={mine} link={link} />}
      render={(video) => <VideoCard video={video} />}
    />
  );
}

function NothingFound() {
  return (
    <EmptyState icon={SearchX} title="Nothing found">
      No video fits. Try fewer or other words, or another status.
    </EmptyState>
  );
}

function NoVideos({ mine, link }: { mine: boolean; link: { albumId?: string; trackId?: string } }) {
  const upload = (
    <Link to="/videos/upload" search={link} className={buttonClass('outline')}>
      Upload a video
    </Link>
  );
  return (
    <EmptyState icon={Clapperboard} title={mine ? 'No videos of yours here yet' : 'No videos here yet'} action={upload}>
      {mine && 'Drop a film on the upload page; you can watch it while it is still being prepared.'}
    </EmptyState>
  );
}
