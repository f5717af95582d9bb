import { Check, Link2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { inputClass } from '@/components/ui/Field';

const shownMs = 3_000;

/** Copies the address of a page of this site; where the browser does not allow that, shows it to be copied by hand. */
export function ShareButton({ path }: { path: string }) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const address = new URL(path, window.location.origin).href;
  useEffect(() => {
    if (state !== 'copied') return;
    const timer = setTimeout(() => setState('idle'), shownMs);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setState('copied');
    } catch {
      setState('refused');
    }
  };
  if (state === 'refused') {
    return (
      <input readOnly autoFocus aria-label="Address to copy" value={address} onFocus={(event) => event.target.select()} className={`${inputClass} max-w-80`} />
    );
  }
  const Icon = state === 'copied' ? Check : Link2;
  return (
    <Button kind="outline" onClick={() => void copy()}>
      <Icon aria-hidden="true" className="size-4" />
      <span aria-live="polite">{state === 'copied' ? 'Link copied' : 'Copy the link'}</span>
    </Button>
  );
}
