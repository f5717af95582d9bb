import { useId, type ReactNode } from 'react';

export const inputClass =
  'w-full min-h-10 rounded-lg border border-line-strong/50 bg-surface px-3 py-2 text-text placeholder:text-faint ' +
  'transition-colors hover:border-line-strong focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 ' +
  'aria-invalid:border-danger';

interface FieldControl {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  children: (control: FieldControl) => ReactNode;
}

/** A labelled input with its hint and its error tied to it. */
export function Field({ label, hint, error, className = '', children }: FieldProps) {
  const id = useId();
  const noteId = `${id}-note`;
  const hasNote = error !== undefined || hint !== undefined;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      {children({ id, 'aria-describedby': hasNote ? noteId : undefined, 'aria-invalid': error === undefined ? undefined : true })}
      {hasNote && (
        <p id={noteId} className={`mt-1.5 text-sm ${error === undefined ? 'text-faint' : 'text-danger'}`}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}
