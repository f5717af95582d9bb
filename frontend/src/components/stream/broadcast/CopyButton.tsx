import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { IconButton } from '@/components/ui/IconButton';

const saidMs = 2000;

export function CopyButton({ label, value }: { label: string; value: string }) {
  const [said, setSaid] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), saidMs);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid('copied');
    } catch {
      // Refused, or missing on pages without https.
      setSaid('refused');
    }
  };
  return (
    <>
      <IconButton label={label} onClick={() => void copy()}>
        {said === 'copied' ? <Check aria-hidden="true" className="size-[18px] text-accent-text" /> : <Copy aria-hidden="true" className="size-[18px]" />}
      </IconButton>
      <span role="status" className={said === 'refused' ? 'self-center text-sm text-danger' : 'sr-only'}>
        {said === 'copied' ? 'Copied' : said === 'refused' ? 'Not copied: select it and copy it by hand.' : ''}
      </span>
    </>
  );
}
