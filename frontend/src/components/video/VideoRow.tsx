import { Link } from '@tanstack/react-router';
import { formatAgo } from '@/lib/format/time';
import type { Video } from '@/types';
import { VideoThumbnail } from './VideoThumbnail';

/** A video in a narrow list. */
export function VideoRow({ video }: { video: Video }) {
  return (
    <article className="relative flex gap-3">
      <div className="w-40 shrink-0">
        <VideoThumbnail video={video} small />
      </div>
      <div className="min-w-0 pt-0.5">
        <h3 className="line-clamp-2 text-sm leading-5 font-medium break-words">
          <Link
            to="/videos/$videoId"
            params={{ videoId: video.id }}
            className="outline-none after:absolute after:inset-0 after:rounded-lg focus-visible:after:outline-2 focus-visible:after:outline-offset-2 focus-visible:after:outline-accent"
          >
            {video.title}
          </Link>
        </h3>
        <p className="mt-1 truncate text-[13px] text-faint">{video.owner.displayName}</p>
        <p className="truncate text-[13px] text-faint">{formatAgo(video.publishedAt ?? video.createdAt)}</p>
      </div>
    </article>
  );
}
