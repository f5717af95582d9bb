import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useCreateAlbumMutation } from '@/hooks/useAlbums';
import { AlbumForm } from './AlbumForm';

export function CreateAlbum() {
  const [open, setOpen] = useState(false);
  const create = useCreateAlbumMutation();
  const navigate = useNavigate();
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Plus aria-hidden="true" className="size-4" />
        New album
      </Button>
      {open && (
        <Dialog title="New album" onClose={() => setOpen(false)}>
          <AlbumForm
            initial={{ title: '', description: '', releasedOn: null }}
            save="Create"
            busy={create.isPending}
            error={create.error}
            onSave={(details) =>
              create.mutate(details, { onSuccess: ({ id }) => void navigate({ to: '/albums/$albumId', params: { albumId: id } }) })
            }
            onCancel={() => setOpen(false)}
          />
        </Dialog>
      )}
    </>
  );
}
