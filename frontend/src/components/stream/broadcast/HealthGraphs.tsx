import type { HealthSample } from '@/types';
import { Graph } from './Graph';
import { formatBitrate } from './healthText';

const windowSeconds = 300;
/** Samples come every two seconds; a longer silence is a break. */
const gapSeconds = 5;
const ends = ['5 minutes ago', 'now'] as const;

/** Bitrate and frame rate over the last five minutes. */
export function HealthGraphs({ history }: { history: readonly HealthSample[] }) {
  const samples = history.map(({ at, bitrateKbps, frameRate }) => ({ at: Date.parse(at) / 1000, bitrateKbps, frameRate }));
  // The server's newest sample is now: the clock of this machine may go wrong.
  const to = samples.at(-1)?.at ?? 0;
  const shared = { from: to - windowSeconds, to, gapSeconds, ends };
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Graph {...shared} title="Bitrate" least={100} format={formatBitrate} points={samples.map(({ at, bitrateKbps }) => ({ at, value: bitrateKbps }))} />
      <Graph {...shared} title="Frame rate" least={30} format={(fps) => `${Math.round(fps)} per second`} points={samples.map(({ at, frameRate }) => ({ at, value: frameRate }))} />
    </div>
  );
}
