interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  options: readonly (readonly [value: T, label: string])[];
  onChange: (value: T) => void;
}

/** A choice among few, all of them in sight. */
export function Segments<T extends string>({ label, value, options, onChange }: SegmentsProps<T>) {
  return (
    <div role="group" aria-label={label} className="flex max-w-full gap-1 overflow-x-auto rounded-lg bg-raised p-1">
      {options.map(([option, text]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          onClick={() => onChange(option)}
          className={`min-h-8 rounded-md px-3 text-sm font-medium whitespace-nowrap transition-colors -outline-offset-2 ${
            option === value ? 'bg-surface text-text shadow-sm dark:bg-hover' : 'text-soft hover:text-text'
          }`}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
