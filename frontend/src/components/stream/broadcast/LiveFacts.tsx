import { formatClock } from '@/lib/format/duration';
import { formatMoment } from '@/lib/format/time';
import type { Stream } from '@/types';
import { isOn, signalWords } from './standing';

/** The few facts that a broadcaster looks at all the time. */
export function LiveFacts({ stream, now }: { stream: Stream; now: number }) {
  const { status, signal, liveAt, scheduledFor, viewers } = stream;
  const on = isOn(status);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm [&_dd]:tabular-nums [&_dt]:text-faint">
      <dt>Signal</dt>
      <dd className={signal === 'starved' ? 'text-danger' : ''}>{signalWords[signal]}</dd>
      {on && liveAt !== null && (
        <>
          <dt>Live for</dt>
          <dd>{formatClock((now - Date.parse(liveAt)) / 1000)}</dd>
          <dt>Viewers</dt>
          <dd>{viewers.toLocaleString('en')}</dd>
        </>
      )}
      {!on && scheduledFor !== null && (
        <>
          <dt>Planned for</dt>
          <dd>{formatMoment(scheduledFor)}</dd>
        </>
      )}
      <dt>Recording</dt>
      <dd>{recordingWords(stream)}</dd>
    </dl>
  );
}

function recordingWords({ status, record, recording }: Stream): string {
  const next = record ? 'The next session is recorded' : 'Off';
  if (!isOn(status)) return next;
  if (recording?.status === 'failed') return 'Failed';
  return recording === null || recording.status === 'none' ? 'Off' : status === 'starting' ? 'Begins when you are live' : 'On';
}
