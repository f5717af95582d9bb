import { Link, useNavigate } from '@tanstack/react-router';
import { Music2, Upload } from 'lucide-react';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/buttonClass';
import { Dialog } from '@/components/ui/Dialog';
import { useAlbumQuery } from '@/hooks/useAlbums';
import { useDeleteTrackMutation, useUpdateTrackMutation } from '@/hooks/useTracks';
import type { Track } from '@/types';
import { OwnerActions } from './OwnerActions';
import { TrackForm } from './TrackForm';

export function TrackHeader({ track }: { track: Track }) {
  const [editing, setEditing] = useState(false);
  const update = useUpdateTrackMutation(track.id);
  const navigate = useNavigate();
  const remove = useDeleteTrackMutation(() => navigate({ to: '/tracks', search: { mine: true } }));
  const { data: album } = useAlbumQuery(track.albumId);
  const { title, description, albumId, position } = track;
  return (
    <header className="mb-10 flex flex-col gap-6 sm:flex-row sm:items-end">
      <div aria-hidden="true" className="flex size-28 shrink-0 items-center justify-center rounded-2xl bg-raised text-faint">
        <Music2 className="size-10" strokeWidth={1.25} />
      </div>
      <div className="min-w-0 flex-1">
        <p className="text-sm text-faint">Track</p>
        <h1 className="mt-1 text-3xl font-semibold tracking-tight text-balance break-words">{title}</h1>
        <p className="mt-2 text-soft">
          {track.owner.displayName}
          {album && (
            <>
              {' · '}
              <Link to="/albums/$albumId" params={{ albumId: album.id }} className="underline decoration-line-strong underline-offset-4 hover:decoration-current">
                {album.title}
              </Link>
            </>
          )}
        </p>
        {description !== '' && <p className="mt-3 max-w-prose break-words whitespace-pre-wrap text-soft">{description}</p>}
        {track.mine && (
          <div className="mt-5 flex flex-wrap gap-2">
            <Link to="/videos/upload" search={{ trackId: track.id, albumId: albumId ?? undefined }} className={buttonClass('primary')}>
              <Upload aria-hidden="true" className="size-4" />
              Upload to it
            </Link>
            <OwnerActions
              what="track"
              warning={`“${title}” is removed. Its videos stay, without a track.`}
              deleting={remove.isPending}
              error={remove.error}
              onEdit={() => setEditing(true)}
              onDelete={() => remove.mutate(track.id)}
            />
          </div>
        )}
      </div>
      {editing && (
        <Dialog title="Edit track" onClose={() => setEditing(false)}>
          <TrackForm
            initial={{ title, description, albumId, position }}
            save="Save"
            busy={update.isPending}
            error={update.error}
            onSave={(details) => update.mutate(details, { onSuccess: () => setEditing(false) })}
            onCancel={() => setEditing(false)}
          />
        </Dialog>
      )}
    </header>
  );
}
