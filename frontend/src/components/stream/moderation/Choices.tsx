import { useId } from 'react';

interface ChoicesProps<T extends string> {
  legend: string;
  value: T;
  options: readonly (readonly [value: T, name: string, hint: string])[];
  onChange: (value: T) => void;
}

/** A choice among few, each with a sentence that says what it means. */
export function Choices<T extends string>({ legend, value, options, onChange }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      <div className="grid gap-2">
        {options.map(([option, title, hint]) => (
          <label
            key={option}
            className="flex items-start gap-3 rounded-lg border border-line-strong/50 px-3 py-2.5 has-checked:border-accent has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={option === value}
              aria-describedby={`${name}-${option}`}
              aria-label={title}
              onChange={() => onChange(option)}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block text-sm font-medium">{title}</span>
              <span id={`${name}-${option}`} className="block text-sm text-soft">
                {hint}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
