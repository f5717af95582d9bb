import { TriangleAlert } from 'lucide-react';
import { ErrorState } from '@/components/ui/ErrorState';
import { Skeleton } from '@/components/ui/Skeleton';
import { useStreamHealthQuery } from '@/hooks/useStreams';
import type { Stream, StreamHealth } from '@/types';
import { Card } from './Card';
import { HealthGraphs } from './HealthGraphs';
import { healthFigures } from './healthText';
import { isOn } from './standing';

/** What arrives from the encoder, and what to change. */
export function HealthCard({ stream }: { stream: Stream }) {
  // A signal may come at any moment; the hub says so, and then the figures are asked for.
  const wanted = stream.signal !== 'none' || isOn(stream.status);
  const { data: health, error, isPending, refetch } = useStreamHealthQuery(stream.id, wanted);
  return (
    <Card title="Health">
      {stream.signal === 'none' ? (
        <p className="text-soft">{isOn(stream.status) ? 'Nothing arrives. The figures are here as soon as it does.' : 'Nothing is sent yet. Once it is, you see here how well it arrives, before anyone else does.'}</p>
      ) : isPending || health?.connectedSince === null ? (
        // The answer may still be one from before the signal.
        <Skeleton className="h-52" />
      ) : !health ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <Healthy health={health} starved={stream.signal === 'starved'} />
      )}
    </Card>
  );
}

function Healthy({ health, starved }: { health: StreamHealth; starved: boolean }) {
  return (
    <div className="grid gap-6">
      <div role="status" className="grid gap-2 empty:hidden">
        {starved && <Advice>Too little arrives to play on: viewers see the picture stop.</Advice>}
        {health.advice.map(({ code, message }) => (
          <Advice key={code}>{message}</Advice>
        ))}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-4">
        {healthFigures(health).map(([name, value]) => (
          <div key={name}>
            <dt className="text-faint">{name}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <HealthGraphs history={health.history} />
    </div>
  );
}

function Advice({ children }: { children: string }) {
  return (
    <p className="flex items-start gap-2 rounded-lg border border-danger/40 px-3 py-2 text-sm">
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
      {children}
    </p>
  );
}
