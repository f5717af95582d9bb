import { Pause, Play, X } from 'lucide-react';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { IconButton } from '@/components/ui/IconButton';
import type { UploadItem, UploadPhase, UploadSnapshot } from '@/lib/upload/uploadItem';
import { uploads } from '@/lib/upload/uploads';

const pausable = new Set<UploadPhase>(['queued', 'starting', 'sending']);

export function UploadActions({ item, upload }: { item: UploadItem; upload: UploadSnapshot }) {
  const [asking, setAsking] = useState(false);
  const sent = upload.phase === 'sent';
  return (
    <div className="-mt-1.5 -mr-1.5 flex">
      {pausable.has(upload.phase) && (
        <IconButton label="Pause" onClick={() => uploads.pause(item)}>
          <Pause aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
      {upload.phase === 'paused' && (
        <IconButton label="Resume" onClick={() => uploads.resume(item)}>
          <Play aria-hidden="true" className="size-[18px]" />
        </IconButton>
      )}
      <IconButton label={sent ? 'Take off this list' : 'Cancel'} onClick={() => (sent ? void uploads.dismiss(item) : setAsking(true))}>
        <X aria-hidden="true" className="size-5" />
      </IconButton>
      {asking && (
        <ConfirmDialog
          title="Cancel this upload?"
          confirm="Cancel the upload"
          onConfirm={() => void uploads.cancel(item)}
          onClose={() => setAsking(false)}
        >
          What has arrived of “{upload.fileName}” is deleted.
        </ConfirmDialog>
      )}
    </div>
  );
}
