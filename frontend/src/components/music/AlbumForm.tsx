import { useState } from 'react';
import { Field, inputClass } from '@/components/ui/Field';
import type { AlbumDetails } from '@/types';
import { DetailsForm } from './DetailsForm';

interface AlbumFormProps {
  initial: AlbumDetails;
  save: string;
  busy: boolean;
  error: unknown;
  onSave: (details: AlbumDetails) => void;
  onCancel: () => void;
}

export function AlbumForm({ initial, onSave, ...rest }: AlbumFormProps) {
  const [details, setDetails] = useState(initial);
  const change = (patch: Partial<AlbumDetails>) => setDetails((before) => ({ ...before, ...patch }));
  return (
    <DetailsForm {...rest} value={details} onChange={change} onSave={() => onSave({ ...details, title: details.title.trim() })}>
      <Field label="Released on" hint="Leave it empty if it is not out yet.">
        {(control) => (
          <input
            {...control}
            type="date"
            value={details.releasedOn ?? ''}
            className={inputClass}
            onChange={(e) => change({ releasedOn: e.target.value === '' ? null : e.target.value })}
          />
        )}
      </Field>
    </DetailsForm>
  );
}
