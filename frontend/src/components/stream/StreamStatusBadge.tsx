import type { StreamStatus } from '@/types';

const looks: Record<StreamStatus, [text: string, tone: string]> = {
  offline: ['Not planned', 'bg-black/75'],
  scheduled: ['Scheduled', 'bg-black/75'],
  starting: ['Starting', 'bg-black/75'],
  live: ['LIVE', 'bg-[#c92a20]'],
  reconnecting: ['Reconnecting', 'bg-[#8a5200]'],
  ended: ['Ended', 'bg-black/75'],
};

export function StreamStatusBadge({ status }: { status: StreamStatus }) {
  const [text, tone] = looks[status];
  return <span className={`inline-flex items-center rounded-md px-2 py-0.5 text-xs font-semibold tracking-wide text-white ${tone}`}>{text}</span>;
}
