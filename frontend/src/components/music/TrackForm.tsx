import { useState } from 'react';
import { Field, inputClass } from '@/components/ui/Field';
import type { TrackDetails } from '@/types';
import { AlbumPicker } from './AlbumPicker';
import { DetailsForm } from './DetailsForm';

interface TrackFormProps {
  initial: TrackDetails;
  save: string;
  busy: boolean;
  error: unknown;
  onSave: (details: TrackDetails) => void;
  onCancel: () => void;
}

export function TrackForm({ initial, onSave, ...rest }: TrackFormProps) {
  const [details, setDetails] = useState(initial);
  const change = (patch: Partial<TrackDetails>) => setDetails((before) => ({ ...before, ...patch }));
  return (
    <DetailsForm {...rest} value={details} onChange={change} onSave={() => onSave({ ...details, title: details.title.trim() })}>
      <AlbumPicker value={details.albumId} onChange={(albumId) => change({ albumId, ...(albumId === null && { position: null }) })} />
      {details.albumId !== null && (
        <Field label="Place on the album">
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={999}
              value={details.position ?? ''}
              className={inputClass}
              onChange={(e) => change({ position: e.target.value === '' ? null : Number(e.target.value) })}
            />
          )}
        </Field>
      )}
    </DetailsForm>
  );
}
