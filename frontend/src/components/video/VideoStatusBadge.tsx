import { CircleAlert, Clock3, LoaderCircle, Upload, type LucideIcon } from 'lucide-react';
import type { Video } from '@/types';
import { shortProgress } from './progressText';

type Standing = Pick<Video, 'status' | 'progress' | 'playable'>;

export function VideoStatusBadge({ video }: { video: Standing }) {
  const { icon: Icon, text, tone } = lookOf(video);
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-md px-2 py-0.5 text-xs font-medium text-white tabular-nums ${tone}`}>
      <Icon aria-hidden="true" className="size-3.5" />
      {text}
    </span>
  );
}

function lookOf({ status, progress }: Standing): { icon: LucideIcon; text: string; tone: string } {
  if (status === 'failed') return { icon: CircleAlert, text: 'Failed', tone: 'bg-[#b3261e]' };
  if (status === 'uploading') return { icon: Upload, text: 'Uploading', tone: 'bg-black/75' };
  const icon = progress?.phase === 'queued' ? Clock3 : LoaderCircle;
  return { icon, text: shortProgress(progress), tone: 'bg-black/75' };
}
