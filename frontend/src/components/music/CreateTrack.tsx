import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useCreateTrackMutation } from '@/hooks/useTracks';
import { TrackForm } from './TrackForm';

export function CreateTrack({ albumId = null }: { albumId?: string | null }) {
  const [open, setOpen] = useState(false);
  const create = useCreateTrackMutation();
  const navigate = useNavigate();
  // On an album's page more tracks follow; elsewhere the new one is what the person wants to see.
  const created = (id: string) => {
    if (albumId !== null) setOpen(false);
    else void navigate({ to: '/tracks/$trackId', params: { trackId: id } });
  };
  return (
    <>
      <Button kind={albumId === null ? 'primary' : 'outline'} onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" className="size-4" />
        {albumId === null ? 'New track' : 'Add a track'}
      </Button>
      {open && (
        <Dialog title="New track" onClose={() => setOpen(false)}>
          <TrackForm
            initial={{ title: '', description: '', albumId, position: null }}
            save="Create"
            busy={create.isPending}
            error={create.error}
            onSave={(details) => create.mutate(details, { onSuccess: ({ id }) => created(id) })}
            onCancel={() => setOpen(false)}
          />
        </Dialog>
      )}
    </>
  );
}
