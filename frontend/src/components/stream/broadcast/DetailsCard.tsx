import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { visibilityHints, visibilityNames } from '@/components/video/visibility';
import { useSaveStreamMutation } from '@/hooks/useSaveStream';
import { formatMoment } from '@/lib/format/time';
import type { Stream } from '@/types';
import { Card } from './Card';
import { StreamForm } from '../StreamForm';
import { DeleteStream } from './DeleteStream';
import { isOn } from './standing';

/** What viewers read about the stream, and how it is sent. */
export function DetailsCard({ stream }: { stream: Stream }) {
  const [editing, setEditing] = useState(false);
  const save = useSaveStreamMutation(stream.id);
  const close = () => {
    setEditing(false);
    save.reset();
  };
  if (editing) {
    const { title, description, visibility, scheduledFor, record, latency } = stream;
    return (
      <Card title="Edit the details">
        {isOn(stream.status) && <p className="mb-4 text-sm text-soft">Recording and delay count from the next session on.</p>}
        <StreamForm
          initial={{ title, description, visibility, scheduledFor, record, latency }}
          cover={stream.cover}
          save="Save"
          busy={save.isPending}
          error={save.error}
          onSave={(draft) => save.mutate(draft, { onSuccess: close })}
          onCancel={close}
        />
      </Card>
    );
  }
  return (
    <Card
      title="Details"
      aside={
        <Button kind="outline" onClick={() => setEditing(true)}>
          <Pencil aria-hidden="true" className="size-4" />
          Edit
        </Button>
      }
    >
      {stream.cover !== null && <img src={stream.cover} alt="Cover" className="mb-4 aspect-video w-full max-w-sm rounded-lg object-cover" />}
      <dl className="grid gap-3 text-sm [&_dt]:text-faint">
        <div>
          <dt>Description</dt>
          <dd className="break-words whitespace-pre-line">{stream.description === '' ? 'None' : stream.description}</dd>
        </div>
        <div>
          <dt>Who may watch</dt>
          <dd>
            {visibilityNames[stream.visibility]}. {visibilityHints[stream.visibility]}
          </dd>
        </div>
        <div>
          <dt>Planned for</dt>
          <dd>{stream.scheduledFor === null ? 'No time' : formatMoment(stream.scheduledFor)}</dd>
        </div>
        <div>
          <dt>Recording</dt>
          <dd>{stream.record ? 'Each session becomes a video' : 'Off'}</dd>
        </div>
        <div>
          <dt>Delay</dt>
          <dd>{stream.latency === 'low' ? 'Low: viewers are a second or two behind' : 'Normal: several seconds behind, and steadier on poor networks'}</dd>
        </div>
      </dl>
      <div className="mt-6 border-t border-line pt-4">
        <DeleteStream stream={stream} />
      </div>
    </Card>
  );
}
