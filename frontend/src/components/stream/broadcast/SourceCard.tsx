import { useState } from 'react';
import { Segments } from '@/components/ui/Segments';
import { isSending } from '@/lib/broadcast/snapshot';
import type { Stream } from '@/types';
import { BrowserPanel } from './BrowserPanel';
import { Card } from './Card';
import { EncoderPanel } from './EncoderPanel';
import { LeaveGuard } from './LeaveGuard';
import { isOn } from './standing';
import { useStudio } from './useStudio';

type Source = 'encoder' | 'browser';

const sources = [
  ['encoder', 'Encoder (OBS)'],
  ['browser', 'This browser'],
] as const;

/** Where the picture comes from. What this browser sends goes on while the other part is looked at. */
export function SourceCard({ stream }: { stream: Stream }) {
  const [source, setSource] = useState<Source>('encoder');
  const studio = useStudio(stream.id, isOn(stream.status));
  return (
    <Card title="Send your picture" aside={<Segments label="Source" value={source} options={sources} onChange={setSource} />}>
      {source === 'encoder' ? <EncoderPanel stream={stream} /> : <BrowserPanel stream={stream} studio={studio} />}
      <LeaveGuard sending={isSending(studio.state.phase)} live={isOn(stream.status)} />
    </Card>
  );
}
