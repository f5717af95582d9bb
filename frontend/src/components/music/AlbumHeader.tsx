import { Link, useNavigate } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { buttonClass } from '@/components/ui/buttonClass';
import { Dialog } from '@/components/ui/Dialog';
import { useDeleteAlbumMutation, useUpdateAlbumMutation } from '@/hooks/useAlbums';
import { formatDate } from '@/lib/format/time';
import type { Album } from '@/types';
import { AlbumCover } from './AlbumCover';
import { AlbumForm } from './AlbumForm';
import { OwnerActions } from './OwnerActions';

export function AlbumHeader({ album }: { album: Album }) {
  const [editing, setEditing] = useState(false);
  const update = useUpdateAlbumMutation(album.id);
  const navigate = useNavigate();
  const remove = useDeleteAlbumMutation(() => navigate({ to: '/albums', search: { mine: true } }));
  const { title, description, releasedOn } = album;
  return (
    <header className="mb-10 flex flex-col gap-6 sm:flex-row sm:items-end">
      <AlbumCover id={album.id} className="aspect-square w-40 shrink-0 rounded-2xl md:w-52" />
      <div className="min-w-0 flex-1">
        <p className="text-sm text-faint">Album</p>
        <h1 className="mt-1 text-3xl font-semibold tracking-tight text-balance break-words">{title}</h1>
        <p className="mt-2 text-soft">
          {album.owner.displayName}
          {releasedOn !== null && ` · ${formatDate(releasedOn)}`}
        </p>
        {description !== '' && <p className="mt-3 max-w-prose break-words whitespace-pre-wrap text-soft">{description}</p>}
        {album.mine && (
          <div className="mt-5 flex flex-wrap gap-2">
            <Link to="/videos/upload" search={{ albumId: album.id }} className={buttonClass('primary')}>
              <Upload aria-hidden="true" className="size-4" />
              Upload to it
            </Link>
            <OwnerActions
              what="album"
              warning={`“${title}” is removed. Its videos and tracks stay, without an album.`}
              deleting={remove.isPending}
              error={remove.error}
              onEdit={() => setEditing(true)}
              onDelete={() => remove.mutate(album.id)}
            />
          </div>
        )}
      </div>
      {editing && (
        <Dialog title="Edit album" onClose={() => setEditing(false)}>
          <AlbumForm
            initial={{ title, description, releasedOn }}
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
