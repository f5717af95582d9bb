import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Stream } from '@/types';
import { StreamPicture } from './StreamPicture';

interface StreamCardProps {
  stream: Stream;
  /** On the picture, at its upper left. */
  badge: ReactNode;
  /** Below the title. */
  children: ReactNode;
}

/** A stream in a grid. Its own address is the title's; the whole card leads there. */
export function StreamCard({ stream, badge, children }: StreamCardProps) {
  return (
    <article className="group relative">
      <StreamPicture stream={stream}>
        <div className="pointer-events-none absolute inset-x-2 top-2 flex items-start justify-between gap-2">{badge}</div>
      </StreamPicture>
      <h3 className="mt-3 line-clamp-2 text-[15px] leading-5 font-medium break-words">
        <Link
          to="/streams/$streamId"
          params={{ streamId: stream.id }}
          className="outline-none after:absolute after:inset-0 after:rounded-xl focus-visible:after:outline-2 focus-visible:after:outline-offset-4 focus-visible:after:outline-accent"
        >
          {stream.title}
        </Link>
      </h3>
      <div className="mt-1 text-sm text-faint">{children}</div>
    </article>
  );
}
