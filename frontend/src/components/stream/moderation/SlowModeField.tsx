import { useState } from 'react';
import { Field, inputClass } from '@/components/ui/Field';
import { mostSlowModeSeconds, readSlowMode } from '@/lib/moderation/settingsDraft';

const presets = [0, 5, 10, 30, 60, 120] as const;

interface SlowModeFieldProps {
  seconds: number;
  onChange: (seconds: number) => void;
  /** What is typed is none, or is one again. */
  onValid: (valid: boolean) => void;
}

/** How long a viewer waits between two messages. */
export function SlowModeField({ seconds, onChange, onValid }: SlowModeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const invalid = typed !== null && readSlowMode(typed) === null;
  const pick = (value: number) => {
    setTyped(null);
    onValid(true);
    onChange(value);
  };
  return (
    <div>
      <Field
        label="Slow mode, in seconds"
        hint={seconds === 0 ? 'Off. A viewer may write as often as the chat can take.' : `A viewer waits ${seconds} seconds between two messages. Moderators do not.`}
        error={invalid ? `A whole number from 0 to ${mostSlowModeSeconds}.` : undefined}
      >
        {(control) => (
          <div className="flex flex-wrap gap-2">
            <input
              {...control}
              type="number"
              min={0}
              max={mostSlowModeSeconds}
              step={1}
              value={typed ?? String(seconds)}
              onBlur={() => !invalid && setTyped(null)}
              onChange={({ target: { value } }) => {
                setTyped(value);
                const read = readSlowMode(value);
                onValid(read !== null);
                if (read !== null) onChange(read);
              }}
              className={`${inputClass} max-w-24`}
            />
            <div role="group" aria-label="Usual choices" className="flex flex-wrap gap-1">
              {presets.map((preset) => (
                <button
                  key={preset}
                  type="button"
                  aria-pressed={preset === seconds && !invalid}
                  onClick={() => pick(preset)}
                  className="min-h-10 rounded-lg border border-line px-2.5 text-sm text-soft tabular-nums hover:bg-hover aria-pressed:border-accent aria-pressed:bg-raised aria-pressed:text-text"
                >
                  {preset === 0 ? 'Off' : `${preset} s`}
                </button>
              ))}
            </div>
          </div>
        )}
      </Field>
    </div>
  );
}
