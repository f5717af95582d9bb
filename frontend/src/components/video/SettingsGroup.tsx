import { Check } from 'lucide-react';
import { useId } from 'react';

export interface Choice {
  value: number;
  label: string;
}

interface SettingsGroupProps {
  title: string;
  value: number;
  choices: Choice[];
  onChoose: (value: number) => void;
}

export function SettingsGroup({ title, value, choices, onChoose }: SettingsGroupProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <div id={id} role="presentation" className="px-2 py-1 text-xs font-medium text-white/75">
        {title}
      </div>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          role="menuitemradio"
          aria-checked={choice.value === value}
          onClick={() => onChoose(choice.value)}
          className="flex min-h-9 w-full items-center justify-between rounded-md px-2 text-sm tabular-nums hover:bg-white/10 focus-visible:outline-offset-[-2px] focus-visible:outline-[#2fd0bd]"
        >
          {choice.label}
          {choice.value === value && <Check aria-hidden="true" className="size-4 text-[#2fd0bd]" />}
        </button>
      ))}
    </div>
  );
}
