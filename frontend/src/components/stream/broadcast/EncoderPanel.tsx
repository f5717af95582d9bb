import { ErrorState } from '@/components/ui/ErrorState';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import { useIngestQuery } from '@/hooks/useStreams';
import type { Stream } from '@/types';
import { EncoderFields } from './EncoderFields';
import { RotateKey } from './RotateKey';

/** How OBS and its like are set up. */
export function EncoderPanel({ stream }: { stream: Stream }) {
  const { data: ingest, error, isPending, refetch } = useIngestQuery(stream.id, true);
  if (isPending) {
    return (
      <div role="status" aria-label="Loading the encoder set-up" className="grid gap-4">
        <Skeleton className="h-16" />
        <Skeleton className="h-16" />
      </div>
    );
  }
  if (!ingest) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (ingest.rtmpUrl === null || ingest.streamKey === null) {
    return <Notice>{ingest.rtmpUnavailable ?? 'This server takes no encoders.'} Your camera in this browser works all the same.</Notice>;
  }
  return (
    <div className="grid gap-5">
      <EncoderFields key={ingest.streamKey} server={ingest.rtmpUrl} streamKey={ingest.streamKey} />
      <div className="text-sm text-soft">
        <p className="font-medium text-text">In OBS: Settings, Stream, Service “Custom…”. Then in Output:</p>
        <ul className="mt-1 list-disc pl-5">
          <li>Video encoder: H.264 (x264 or your graphics card’s)</li>
          <li>Keyframe interval: 2 s</li>
          <li>Audio encoder: AAC, 128 kbit/s or more</li>
          <li>Bitrate: about 2500 kbit/s for 720p, 4500 kbit/s for 1080p</li>
        </ul>
      </div>
      <div>
        <RotateKey stream={stream} />
      </div>
    </div>
  );
}
