import { Field, inputClass } from '@/components/ui/Field';

const longest = 200;

export function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  return (
    <Field label="Reason (optional)" hint="For the log that owner and moderators see.">
      {(control) => <input {...control} type="text" maxLength={longest} value={value} autoComplete="off" className={inputClass} onChange={(e) => onChange(e.target.value)} />}
    </Field>
  );
}

export function reasonOf(text: string): string | null {
  const reason = text.trim();
  return reason === '' ? null : reason;
}
