import { useId, useState } from 'react';
import { inputClass } from '@/components/ui/Field';
import type { ModerationAct } from '@/lib/moderation/acts';
import { customTimeOut, spellSeconds, timeOutPresets, type TimeUnit } from '@/lib/moderation/durations';
import type { ChatPerson } from '@/types';
import { ActForm } from './ActForm';

interface TimeOutDialogProps {
  user: ChatPerson;
  onAct: (act: ModerationAct) => void;
  onClose: () => void;
}

/** How long somebody cannot write. */
export function TimeOutDialog({ user, onAct, onClose }: TimeOutDialogProps) {
  const [preset, setPreset] = useState<number | 'custom'>(600);
  const [amount, setAmount] = useState('2');
  const [unit, setUnit] = useState<TimeUnit>('hours');
  const group = useId();
  const seconds = preset === 'custom' ? customTimeOut(amount, unit) : preset;
  const choice = (value: number | 'custom', text: string) => (
    <label
      key={value}
      className="flex min-h-10 items-center gap-2.5 rounded-lg border border-line-strong/50 px-3 text-sm has-checked:border-accent has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-accent"
    >
      <input type="radio" name={group} checked={preset === value} onChange={() => setPreset(value)} data-first-focus={value === 600 || undefined} className="size-4 accent-accent" />
      {text}
    </label>
  );
  return (
    <ActForm
      title={`Time out ${user.name}`}
      confirm="Time out"
      asksForMessages
      hasOwnFocus
      disabled={seconds === null}
      onClose={onClose}
      onAct={(reason, removeMessages) => seconds !== null && onAct({ kind: 'timeOut', user, seconds, removeMessages, reason })}
    >
      <fieldset>
        <legend className="mb-2 text-sm font-medium">They cannot write for</legend>
        <div className="grid grid-cols-2 gap-2">
          {timeOutPresets.map((one) => choice(one, spellSeconds(one)))}
          {choice('custom', 'Another time')}
        </div>
        {preset === 'custom' && (
          <div className="mt-3">
            <div className="flex gap-2">
              <input
                type="number"
                aria-label="How long"
                aria-describedby={`${group}-note`}
                aria-invalid={seconds === null || undefined}
                min={1}
                step={1}
                value={amount}
                onChange={(e) => setAmount(e.target.value)}
                className={`${inputClass} max-w-28`}
              />
              <select aria-label="Unit" value={unit} onChange={(e) => setUnit(e.target.value as TimeUnit)} className={inputClass}>
                <option value="minutes">minutes</option>
                <option value="hours">hours</option>
                <option value="days">days</option>
              </select>
            </div>
            <p id={`${group}-note`} className={`mt-1.5 text-sm ${seconds === null ? 'text-danger' : 'text-faint'}`}>
              A whole number, and at most 14 days.
            </p>
          </div>
        )}
      </fieldset>
    </ActForm>
  );
}
