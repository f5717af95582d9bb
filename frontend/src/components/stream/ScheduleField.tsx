import { useId, useState } from 'react';
import { Field, inputClass } from '@/components/ui/Field';
import { Segments } from '@/components/ui/Segments';
import { fromLocalField, toLocalField, zoneName } from '@/lib/format/schedule';

interface ScheduleFieldProps {
  value: string | null;
  error?: string | undefined;
  onChange: (iso: string | null) => void;
}

const kinds = [['now', 'Whenever I start it'], ['planned', 'At a planned time']] as const;

/** When it is planned, said and read in the zone of whoever is typing. */
export function ScheduleField({ value, error, onChange }: ScheduleFieldProps) {
  const id = useId();
  const [planned, setPlanned] = useState(value !== null);
  const [typed, setTyped] = useState(() => toLocalField(value));
  const choose = (kind: 'now' | 'planned') => {
    setPlanned(kind === 'planned');
    onChange(kind === 'planned' ? fromLocalField(typed) : null);
  };
  const time = fromLocalField(typed);
  const zone = zoneName(time === null ? new Date() : new Date(time));
  return (
    <div role="group" aria-labelledby={id} className="grid gap-3">
      <p id={id} className="text-sm font-medium">
        Start
      </p>
      <div className="flex">
        <Segments label="Start" value={planned ? 'planned' : 'now'} options={kinds} onChange={choose} />
      </div>
      {planned && (
        <Field label="Planned for" hint={`In your time zone, ${zone}. It never starts by itself.`} error={error} className="sm:max-w-xs">
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              required
              value={typed}
              className={inputClass}
              onChange={({ target }) => {
                setTyped(target.value);
                onChange(fromLocalField(target.value));
              }}
            />
          )}
        </Field>
      )}
    </div>
  );
}
