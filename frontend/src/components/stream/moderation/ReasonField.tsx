import { Field, inputClass } from '@/components/ui/Field';

const longest = 200;

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  /** Has the focus when its dialog opens. */
  first: boolean;
}

export function ReasonField({ value, onChange, first }: ReasonFieldProps) {
  return (
    <Field label="Reason (optional)" hint="For the log that owner and moderators see.">
      {(control) => (
        <input
          {...control}
          data-first-focus={first || undefined}
          type="text"
          maxLength={longest}
          value={value}
          autoComplete="off"
          className={inputClass}
          onChange={(e) => onChange(e.target.value)}
        />
      )}
    </Field>
  );
}

export function reasonOf(text: string): string | null {
  const reason = text.trim();
  return reason === '' ? null : reason;
}
