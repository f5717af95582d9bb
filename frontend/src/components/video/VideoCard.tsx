import { Link } from '@tanstack/react-router';
import { useHoverPlace } from '@/hooks/useHoverPlace';
import { formatAgo } from '@/lib/format/time';
import type { Video } from '@/types';
import { VideoThumbnail } from './VideoThumbnail';
import { visibilityNames } from './visibility';

/** A video in a grid. Its own address is the title's; the whole card leads there. */
export function VideoCard({ video }: { video: Video }) {
  const { place, handlers } = useHoverPlace();
  const when = formatAgo(video.publishedAt ?? video.createdAt);
  const facts = [video.mine ? visibilityNames[video.visibility] : video.owner.displayName, when];
  return (
    <article className="group relative" {...handlers}>
      <VideoThumbnail video={video} hover={place} />
      <h2 className="mt-3 line-clamp-2 text-[15px] leading-5 font-medium break-words">
        <Link
          to="/videos/$videoId"
          params={{ videoId: video.id }}
          className="outline-none after:absolute after:inset-0 after:rounded-xl focus-visible:after:outline-2 focus-visible:after:outline-offset-4 focus-visible:after:outline-accent"
        >
          {video.title}
        </Link>
      </h2>
      <p className="mt-1 truncate text-sm text-faint">{facts.join(' · ')}</p>
    </article>
  );
}
