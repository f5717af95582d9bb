import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { VideoFields } from '@/components/video/VideoFields';
import { useStore } from '@/hooks/useStore';
import { rememberVisibility } from '@/lib/upload/rememberedVisibility';
import type { UploadItem } from '@/lib/upload/uploadItem';
import { SaveNote } from './SaveNote';
import { UploadActions } from './UploadActions';
import { UploadProgress } from './UploadProgress';
import { UploadProcessing } from './UploadProcessing';

/** One file: how far it is, what may be done, and its form. */
export function UploadCard({ item, startOpen }: { item: UploadItem; startOpen: boolean }) {
  const upload = useStore(item.store);
  const [open, setOpen] = useState(startOpen);
  return (
    <article aria-label={upload.fileName} className="rounded-2xl border border-line bg-surface p-4 md:p-5">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="truncate font-medium">{upload.details.title.trim() || upload.fileName}</h2>
          <p className="truncate text-sm text-faint">{upload.fileName}</p>
        </div>
        <UploadActions item={item} upload={upload} />
      </div>
      {upload.phase === 'sent' && upload.videoId !== null ? (
        <UploadProcessing videoId={upload.videoId} />
      ) : (
        <UploadProgress item={item} upload={upload} />
      )}
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="group/details mt-4 border-t border-line pt-3">
        <summary className="flex list-none items-center gap-2 rounded-md text-sm font-medium text-soft hover:text-text">
          <ChevronDown aria-hidden="true" className="size-4 -rotate-90 transition-transform group-open/details:rotate-0" />
          Details
          <SaveNote saving={upload.saving} />
        </summary>
        <div className="mt-4">
          <VideoFields
            value={upload.details}
            onChange={(patch) => {
              if (patch.visibility) rememberVisibility(patch.visibility);
              item.setDetails(patch);
            }}
          />
        </div>
      </details>
    </article>
  );
}
