import { ImageUp, Trash2 } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ChangeEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { coverTypes, refuseCover } from '@/lib/stream/cover';

interface CoverPickerProps {
  /** Address of the cover that it has. */
  present: string | null;
  file: File | null;
  onPick: (file: File | null) => void;
}

/** The picture that is shown before the start and in lists; what was picked is seen at once. */
export function CoverPicker({ present, file, onPick }: CoverPickerProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const picked = usePreview(file);
  const shown = picked ?? present;
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    // The same file may be picked again.
    target.value = '';
    if (!chosen) return;
    const reason = refuseCover(chosen);
    setRefused(reason);
    if (reason === null) onPick(chosen);
  };
  return (
    <div role="group" aria-labelledby={`${id}-label`} aria-describedby={`${id}-note`}>
      <p id={`${id}-label`} className="mb-1.5 text-sm font-medium">
        Cover
      </p>
      <div className="flex flex-wrap items-start gap-4">
        <div className="flex aspect-video w-full max-w-64 items-center justify-center overflow-hidden rounded-xl bg-raised text-faint ring-1 ring-line/60 ring-inset">
          {shown === null ? <ImageUp aria-hidden="true" className="size-8" strokeWidth={1.5} /> : <img src={shown} alt="Cover" className="size-full object-cover" />}
        </div>
        <div className="flex flex-wrap gap-2">
          <input ref={input} type="file" accept={coverTypes.join(',')} onChange={pick} className="sr-only" tabIndex={-1} aria-label="Cover picture" />
          <Button kind="outline" onClick={() => input.current?.click()}>
            <ImageUp aria-hidden="true" className="size-4" />
            {shown === null ? 'Choose a picture' : 'Choose another'}
          </Button>
          {file !== null && (
            <Button kind="quiet" onClick={() => onPick(null)}>
              <Trash2 aria-hidden="true" className="size-4" />
              {present === null ? 'Leave it out' : 'Keep the old one'}
            </Button>
          )}
        </div>
      </div>
      <p id={`${id}-note`} role={refused === null ? undefined : 'alert'} className={`mt-1.5 text-sm ${refused === null ? 'text-faint' : 'text-danger'}`}>
        {refused ?? 'JPEG, PNG or WebP, up to 8 MB; 16:9 fits best.'}
      </p>
    </div>
  );
}

function usePreview(file: File | null): string | null {
  const [preview, setPreview] = useState<{ file: File; url: string } | null>(null);
  useEffect(() => {
    if (file === null) return;
    const url = URL.createObjectURL(file);
    // eslint-disable-next-line react-hooks/set-state-in-effect -- an object URL must be made and revoked in pairs
    setPreview({ file, url });
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return preview !== null && preview.file === file ? preview.url : null;
}
