import { lazy, Suspense } from 'react';
import { MonitorOff } from 'lucide-react';
import { Skeleton } from '@/components/ui/Skeleton';
import type { Stream } from '@/types';
import { isOn } from './standing';

// Players are loaded when there is something to play.
const LivePlayer = lazy(async () => ({ default: (await import('../LivePlayer')).LivePlayer }));

const frame = 'aspect-video w-full overflow-hidden rounded-2xl';

/** What the encoder sends, seen by nobody else and silent at first. */
export function Monitor({ stream }: { stream: Stream }) {
  const { id, signal, status, title } = stream;
  if (signal === 'none') {
    return (
      <div className={`${frame} flex flex-col items-center justify-center gap-3 border border-dashed border-line bg-surface p-6 text-center text-faint`}>
        <MonitorOff aria-hidden="true" className="size-8" />
        <p>{status === 'reconnecting' ? 'Your encoder is gone. The picture comes back with it.' : isOn(status) ? 'Waiting for your picture.' : 'Your picture is here as soon as you send it.'}</p>
      </div>
    );
  }
  return (
    <Suspense fallback={<Skeleton className={frame} />}>
      <LivePlayer preview streamId={id} session={0} title={title} status={status} poster={null} className={frame} />
    </Suspense>
  );
}
