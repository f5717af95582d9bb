import { useState } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { formatAgo, formatMoment } from '@/lib/format/time';
import type { Video } from '@/types';
import { VideoEditForm } from './VideoEditForm';
import { VideoFacts } from './VideoFacts';
import { VideoOwnerActions } from './VideoOwnerActions';

/** Everything about a video beside its pictures; the owner edits it in place. */
export function VideoInfo({ video }: { video: Video }) {
  const [editing, setEditing] = useState(false);
  if (editing) {
    return (
      <section aria-label="Edit" className="px-4 pt-5 md:px-0">
        <VideoEditForm video={video} onDone={() => setEditing(false)} />
      </section>
    );
  }
  const when = video.publishedAt ?? video.createdAt;
  return (
    <section aria-label="About this video" className="px-4 pt-5 md:px-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <h1 className="min-w-0 flex-1 basis-72 text-xl font-semibold tracking-tight text-balance break-words md:text-2xl">{video.title}</h1>
        {video.mine && <VideoOwnerActions video={video} onEdit={() => setEditing(true)} />}
      </div>
      <div className="mt-4 flex items-center gap-3">
        <Avatar name={video.owner.displayName} className="size-10 text-base" />
        <div className="min-w-0">
          <p className="truncate font-medium">{video.owner.displayName}</p>
          <p className="text-sm text-faint">
            <time dateTime={when} title={formatMoment(when)}>
              {formatAgo(when)}
            </time>
          </p>
        </div>
      </div>
      {video.description !== '' && <p className="mt-5 max-w-prose break-words whitespace-pre-wrap text-soft">{video.description}</p>}
      <VideoFacts video={video} />
    </section>
  );
}
