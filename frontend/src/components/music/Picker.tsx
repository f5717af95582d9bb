import { ChevronDown, Plus, X } from 'lucide-react';
import { useId, useState, type KeyboardEvent } from 'react';
import { inputClass } from '@/components/ui/Field';
import { Spinner } from '@/components/ui/Spinner';

export interface PickerOption {
  id: string;
  title: string;
}

export interface PickerProps {
  label: string;
  /** Shown for what is chosen; null for none. */
  chosen: PickerOption | null;
  options: PickerOption[];
  loading: boolean;
  text: string;
  onText: (text: string) => void;
  onChoose: (option: PickerOption | null) => void;
  /** Makes a new one of that title. */
  onCreate: (title: string) => void;
  problem?: string | undefined;
}

/** A combobox that searches, and offers to create what it does not find. */
export function Picker({ label, chosen, options, loading, text, onText, onChoose, onCreate, problem }: PickerProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const typed = text.trim();
  const offersNew = typed !== '' && !options.some(({ title }) => title.toLowerCase() === typed.toLowerCase());
  const count = options.length + (offersNew ? 1 : 0);
  const current = Math.min(active, Math.max(0, count - 1));

  const close = () => {
    setOpen(false);
    onText('');
  };
  const choose = (index: number) => {
    const option = options[index];
    if (option) onChoose(option);
    else if (offersNew) onCreate(typed);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (open && count > 0) setActive((current + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      if (count > 0) choose(current);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <div className="relative">
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <div className="relative">
        <input
          id={id}
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={open && count > 0 ? `${id}-${current}` : undefined}
          aria-describedby={problem === undefined ? undefined : `${id}-note`}
          autoComplete="off"
          maxLength={200}
          placeholder={chosen ? undefined : 'None'}
          value={open ? text : (chosen?.title ?? '')}
          className={`${inputClass} pr-10 ${open && chosen ? 'placeholder:text-faint' : ''}`}
          onChange={(event) => {
            setOpen(true);
            setActive(0);
            onText(event.target.value);
          }}
          onClick={() => setOpen(true)}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        {chosen ? (
          <button
            type="button"
            aria-label={`Remove ${label.toLowerCase()} ${chosen.title}`}
            onClick={() => onChoose(null)}
            className="absolute inset-y-1 right-1 flex w-8 items-center justify-center rounded-md text-soft hover:bg-hover hover:text-text"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        ) : (
          <ChevronDown aria-hidden="true" className="pointer-events-none absolute top-3 right-3 size-4 text-faint" />
        )}
      </div>
      {open && (
        <ul
          id={`${id}-list`}
          role="listbox"
          aria-label={`Suggestions for ${label.toLowerCase()}`}
          // The input keeps the focus, so that choosing is not leaving.
          onPointerDown={(event) => event.preventDefault()}
          className="absolute inset-x-0 top-full z-20 mt-1 max-h-64 animate-rise overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-pop"
        >
          {options.map((option, index) => (
            <li
              key={option.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === current}
              onClick={() => choose(index)}
              className={`cursor-pointer truncate rounded-md px-3 py-2 text-sm ${index === current ? 'bg-hover' : 'hover:bg-hover'}`}
            >
              {option.title}
            </li>
          ))}
          {offersNew && (
            <li
              id={`${id}-${options.length}`}
              role="option"
              aria-selected={current === options.length}
              onClick={() => choose(options.length)}
              className={`flex cursor-pointer items-center gap-2 rounded-md px-3 py-2 text-sm ${current === options.length ? 'bg-hover' : 'hover:bg-hover'}`}
            >
              <Plus aria-hidden="true" className="size-4 shrink-0 text-accent-text" />
              <span className="truncate">Create “{typed}”</span>
            </li>
          )}
          {count === 0 && (
            <li role="option" aria-selected="false" aria-disabled="true" className="flex items-center gap-2 px-3 py-2 text-sm text-faint">
              {loading ? <Spinner /> : 'Type a title to create one.'}
            </li>
          )}
        </ul>
      )}
      {problem !== undefined && (
        <p id={`${id}-note`} role="alert" className="mt-1.5 text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}
