import { UploadCloud } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/Button';
import { usePageDrop } from '@/hooks/usePageDrop';
import { acceptedFiles, pickWithHandles } from '@/lib/upload/pickFiles';
import type { PickedFile } from '@/lib/upload/uploadQueue';

interface DropZoneProps {
  compact: boolean;
  onFiles: (files: PickedFile[]) => void;
}

/** Takes files that are dropped anywhere on the page, or picked. */
export function DropZone({ compact, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const dragging = usePageDrop(onFiles);
  const pick = async () => {
    const picked = await pickWithHandles(true);
    if (picked === null) input.current?.click();
    else if (picked.length > 0) onFiles(picked);
  };
  return (
    <section
      aria-label="Add files"
      data-testid="drop-zone"
      className={`flex items-center justify-center gap-x-5 gap-y-4 rounded-2xl border-2 border-dashed text-center transition-colors ${
        compact ? 'flex-wrap px-6 py-5' : 'min-h-80 flex-col px-6 py-12'
      } ${dragging ? 'border-accent bg-accent/10' : 'border-line bg-surface'}`}
    >
      <UploadCloud aria-hidden="true" className={`${compact ? 'size-7' : 'size-12'} ${dragging ? 'text-accent-text' : 'text-faint'}`} strokeWidth={1.5} />
      <div>
        <p className={compact ? 'font-medium' : 'text-lg font-semibold'}>
          {dragging ? (
            'Let go to upload'
          ) : (
            <>
              <span className="pointer-coarse:hidden">Drop videos anywhere on this page</span>
              <span className="hidden pointer-coarse:inline">Videos from this device</span>
            </>
          )}
        </p>
        {!compact && <p className="mt-1 text-soft">One or many. They start at once, and go on after a reload or a lost connection.</p>}
      </div>
      <Button kind={compact ? 'outline' : 'primary'} onClick={() => void pick()}>
        Choose files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={acceptedFiles}
        tabIndex={-1}
        aria-label="Files to upload"
        className="hidden"
        onChange={(event) => {
          const files = Array.from(event.target.files ?? [], (file) => ({ file, handle: null }));
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </section>
  );
}
