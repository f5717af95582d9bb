import { Link } from '@tanstack/react-router';
import { DiscAlbum, Eye, EyeOff, FileVideo, Link2, Music2, Radio, Unplug, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useAlbumQuery } from '@/hooks/useAlbums';
import { useTrackQuery } from '@/hooks/useTracks';
import { formatBytes } from '@/lib/format/bytes';
import { formatClock } from '@/lib/format/duration';
import { nominalHeight } from '@/lib/format/quality';
import { formatDay, formatMoment } from '@/lib/format/time';
import type { Video, Visibility } from '@/types';
import { visibilityNames } from './visibility';

const visibilityIcons: Record<Visibility, LucideIcon> = { private: EyeOff, unlisted: Link2, public: Eye };
const linkClass = 'underline decoration-line-strong underline-offset-4 hover:decoration-current';

/** The music it belongs to and, for its owner, what was uploaded and who may watch. */
export function VideoFacts({ video }: { video: Video }) {
  const { data: album } = useAlbumQuery(video.albumId);
  const { data: track } = useTrackQuery(video.trackId);
  const { source, visibility, mine, width, height, recording } = video;
  return (
    <ul className="mt-5 flex flex-wrap empty:hidden gap-x-6 gap-y-2 border-t border-line pt-4 text-sm text-soft">
      {recording && (
        <Fact icon={Radio} name="Live">
          Recorded live on{' '}
          <time dateTime={recording.liveAt} title={formatMoment(recording.liveAt)}>
            {formatDay(recording.liveAt)}
          </time>{' '}
          ·{' '}
          <Link to="/streams/$streamId" params={{ streamId: recording.streamId }} className={linkClass}>
            the stream
          </Link>
        </Fact>
      )}
      {recording && recording.breaks.length > 0 && (
        <Fact icon={Unplug} name="Breaks">
          The broadcaster was lost for a while at {recording.breaks.map(formatClock).join(', ')}
        </Fact>
      )}
      {album && (
        <Fact icon={DiscAlbum} name="Album">
          <Link to="/albums/$albumId" params={{ albumId: album.id }} className={linkClass}>
            {album.title}
          </Link>
        </Fact>
      )}
      {track && (
        <Fact icon={Music2} name="Track">
          <Link to="/tracks/$trackId" params={{ trackId: track.id }} className={linkClass}>
            {track.title}
          </Link>
        </Fact>
      )}
      {mine && (
        <Fact icon={visibilityIcons[visibility]} name="Visibility">
          {visibilityNames[visibility]}
        </Fact>
      )}
      {mine && source && (
        <Fact icon={FileVideo} name="File">
          {source.fileName} · {formatBytes(source.size)}
          {height > 0 && ` · ${nominalHeight(width, height)}p`}
        </Fact>
      )}
    </ul>
  );
}

function Fact({ icon: Icon, name, children }: { icon: LucideIcon; name: string; children: ReactNode }) {
  return (
    <li className="flex min-w-0 items-center gap-2">
      <Icon aria-hidden="true" className="size-4 shrink-0 text-faint" />
      <span className="sr-only">{name}: </span>
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}
