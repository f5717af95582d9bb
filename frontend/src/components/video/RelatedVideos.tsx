import { useVideosQuery } from '@/hooks/useVideos';
import type { Video } from '@/types';
import { VideoRow } from './VideoRow';

const most = 12;

/** What else is on that album; without an album, the newest of all. */
export function RelatedVideos({ video }: { video: Video }) {
  // Of one's own album also what nobody else may see.
  const { data } = useVideosQuery(video.albumId === null ? {} : { albumId: video.albumId, owner: video.mine ? 'me' : undefined });
  const others = (data?.pages[0]?.items ?? []).filter(({ id }) => id !== video.id).slice(0, most);
  if (others.length === 0) return null;
  return (
    <aside aria-labelledby="related" className="min-w-0 px-4 pb-8 md:px-0">
      <h2 id="related" className="mb-4 text-base font-semibold">
        {video.albumId === null ? 'More videos' : 'More from this album'}
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3 min-[72rem]:grid-cols-1">
        {others.map((other) => (
          <li key={other.id} className="min-w-0">
            <VideoRow video={other} />
          </li>
        ))}
      </ul>
    </aside>
  );
}
