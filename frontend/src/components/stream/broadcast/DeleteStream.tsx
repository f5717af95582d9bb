import { useNavigate } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useDeleteStreamMutation } from '@/hooks/useStreams';
import type { Stream } from '@/types';
import { isOn } from './standing';

export function DeleteStream({ stream }: { stream: Stream }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const remove = useDeleteStreamMutation(() => navigate({ to: '/streams', search: { mine: true } }));
  const on = isOn(stream.status);
  const close = () => {
    setAsking(false);
    remove.reset();
  };
  return (
    <div>
      <Button kind="outline" disabled={on} aria-describedby={on ? 'why-not-deleted' : undefined} onClick={() => setAsking(true)}>
        <Trash2 aria-hidden="true" className="size-4" />
        Delete the stream
      </Button>
      {on && (
        <p id="why-not-deleted" className="mt-2 text-sm text-faint">
          End the session first.
        </p>
      )}
      {asking && !on && (
        <ConfirmDialog title="Delete this stream?" confirm="Delete the stream" busy={remove.isPending} error={remove.error} onConfirm={() => remove.mutate(stream.id)} onClose={close}>
          “{stream.title}”, its key and its cover are removed for good. Videos made of its recordings stay.
        </ConfirmDialog>
      )}
    </div>
  );
}
