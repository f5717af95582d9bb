import type { SubmitEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { Field, inputClass } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { ApiError, sentenceOf } from '@/lib/api/errors';

interface DetailsFormProps {
  value: { title: string; description: string };
  onChange: (patch: { title?: string; description?: string }) => void;
  save: string;
  busy: boolean;
  error: unknown;
  onSave: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** What the forms of albums and tracks share: a title, a description, what failed, and the buttons. */
export function DetailsForm({ value, onChange, save, busy, error, onSave, onCancel, children }: DetailsFormProps) {
  const fields = error instanceof ApiError ? error.fields : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label="Title" error={fields.title?.[0]}>
        {(control) => (
          <input {...control} required autoFocus maxLength={200} value={value.title} className={inputClass} onChange={(e) => onChange({ title: e.target.value })} />
        )}
      </Field>
      <Field label="Description" error={fields.description?.[0]}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={5000}
            value={value.description}
            className={`${inputClass} field-sizing-content max-h-80 min-h-20`}
            onChange={(e) => onChange({ description: e.target.value })}
          />
        )}
      </Field>
      {children}
      {error !== null && error !== undefined && <Notice kind="error">{sentenceOf(error)}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={busy} disabled={value.title.trim() === ''}>
          {save}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
