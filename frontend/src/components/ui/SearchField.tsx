import { Search } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';

const quietMs = 300;

interface SearchFieldProps {
  label: string;
  value: string;
  /** Called when the typing rests. */
  onSearch: (text: string) => void;
}

export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed by other means, as by the back button.
  if (known !== value) {
    setKnown(value);
    if (typed.trim() !== value) setTyped(value);
  }
  const search = useEffectEvent(onSearch);
  useEffect(() => {
    const text = typed.trim();
    if (text === value) return;
    const timer = setTimeout(() => search(text), quietMs);
    return () => clearTimeout(timer);
  }, [typed, value]);
  return (
    <div className="relative min-w-0 flex-1 basis-56 sm:max-w-md">
      <Search aria-hidden="true" className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-faint" />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.target.value)}
        className="min-h-10 w-full rounded-lg border border-transparent bg-raised pr-3 pl-9 text-text transition-colors placeholder:text-faint hover:bg-hover focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0"
      />
    </div>
  );
}
