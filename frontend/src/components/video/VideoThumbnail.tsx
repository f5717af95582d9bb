import { AudioLines, Clapperboard } from 'lucide-react';
import type { HoverPlace } from '@/hooks/useHoverPlace';
import { formatClock, speakClock } from '@/lib/format/duration';
import type { Video } from '@/types';
import { StoryboardHover } from './StoryboardHover';
import { VideoStatusBadge } from './VideoStatusBadge';

interface VideoThumbnailProps {
  video: Video;
  small?: boolean;
  /** Where the mouse looks inside. */
  hover?: HoverPlace | null;
}

/** The 16:9 picture of a video with its length, how it stands, and a look inside under the mouse. */
export function VideoThumbnail({ video, small = false, hover = null }: VideoThumbnailProps) {
  const { poster, storyboard, durationSeconds, status, height } = video;
  const Placeholder = status === 'ready' && height === 0 ? AudioLines : Clapperboard;
  return (
    <div className={`relative aspect-video overflow-hidden bg-raised ring-1 ring-line/60 ring-inset ${small ? 'rounded-lg' : 'rounded-xl'}`}>
      {poster === null ? (
        <div className="flex size-full items-center justify-center text-faint">
          <Placeholder aria-hidden="true" className={small ? 'size-6' : 'size-9'} strokeWidth={1.5} />
        </div>
      ) : (
        <img src={poster} alt="" loading="lazy" decoding="async" className="size-full object-cover" />
      )}
      {hover && storyboard !== null && durationSeconds > 0 && (
        <StoryboardHover address={storyboard} duration={durationSeconds} place={hover} />
      )}
      <div className="pointer-events-none absolute inset-x-2 bottom-2 flex items-end justify-between gap-2">
        <span>{status !== 'ready' && <VideoStatusBadge video={video} />}</span>
        {durationSeconds > 0 && (
          <span className="rounded-md bg-black/75 px-1.5 py-0.5 text-xs font-medium text-white tabular-nums">
            <span className="sr-only">{speakClock(durationSeconds)}</span>
            <span aria-hidden="true">{formatClock(durationSeconds)}</span>
          </span>
        )}
      </div>
      {status === 'processing' && <ProgressEdge percent={video.progress?.percent ?? null} />}
    </div>
  );
}

/** Decoration: the badge says the same in words. */
function ProgressEdge({ percent }: { percent: number | null }) {
  return (
    <div aria-hidden="true" className="absolute inset-x-0 bottom-0 h-[3px] bg-black/50">
      <div
        className={`h-full origin-left bg-[#2fd0bd] transition-transform duration-500 ease-linear ${percent === null ? 'animate-shimmer' : ''}`}
        style={{ transform: `scaleX(${(percent ?? 12) / 100})` }}
      />
    </div>
  );
}
