import type { Stream, StreamSession } from '@/types';
import { Card } from './Card';
import { Graph } from './Graph';
import { isOn } from './standing';

/** Who watches now, at most, and minute by minute, in the session that is on or was the last. */
export function ViewersCard({ stream, session }: { stream: Stream; session: StreamSession | undefined }) {
  const on = isOn(stream.status);
  const peak = Math.max(session?.peakViewers ?? 0, on ? stream.viewers : 0);
  const minutes = session?.viewersByMinute ?? [];
  return (
    <Card title="Viewers">
      {session?.liveAt == null ? (
        <p className="text-soft">Nobody could watch yet. Once you are live, you see here how many do.</p>
      ) : (
        <div className="grid gap-5">
          <dl className="flex gap-8">
            {on && <Figure name="Now" value={stream.viewers} />}
            <Figure name={on ? 'Most so far' : 'Most in the last session'} value={peak} />
          </dl>
          {minutes.length < 2 ? (
            <p className="text-sm text-faint">{on ? 'The graph begins after two minutes.' : 'It was too short for a graph.'}</p>
          ) : (
            <Graph
              title="Viewers by minute"
              points={minutes.map((value, minute) => ({ at: minute, value }))}
              from={0}
              to={minutes.length - 1}
              gapSeconds={1}
              format={(value) => Math.round(value).toLocaleString('en')}
              ends={['the start', on ? 'now' : 'the end']}
              least={5}
            />
          )}
        </div>
      )}
    </Card>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-sm text-faint">{name}</dt>
      <dd className="text-3xl font-semibold tabular-nums">{value.toLocaleString('en')}</dd>
    </div>
  );
}
