import { useNavigate } from '@tanstack/react-router';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useDeleteVideoMutation } from '@/hooks/useVideos';
import type { Video } from '@/types';

export function VideoOwnerActions({ video, onEdit }: { video: Video; onEdit: () => void }) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const remove = useDeleteVideoMutation(() => navigate({ to: '/videos', search: { mine: true } }));
  return (
    <div className="flex gap-2">
      <Button kind="outline" onClick={onEdit}>
        <Pencil aria-hidden="true" className="size-4" />
        Edit
      </Button>
      <Button kind="outline" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden="true" className="size-4" />
        Delete
      </Button>
      {asking && (
        <ConfirmDialog
          title="Delete this video?"
          confirm="Delete the video"
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(video.id)}
          onClose={() => setAsking(false)}
        >
          “{video.title}” and everything made from it are removed for good.
        </ConfirmDialog>
      )}
    </div>
  );
}
