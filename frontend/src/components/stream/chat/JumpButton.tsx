import { ArrowDown } from 'lucide-react';

const whole = new Intl.NumberFormat('en');

/** Says how much has come further down, and leads there. */
export function JumpButton({ unread, onJump }: { unread: number; onJump: () => void }) {
  const text = unread === 0 ? 'To the newest' : `${whole.format(unread)} new ${unread === 1 ? 'message' : 'messages'}`;
  return (
    <button
      type="button"
      onClick={onJump}
      className="absolute bottom-3 left-1/2 z-20 inline-flex min-h-9 -translate-x-1/2 items-center gap-1.5 rounded-full bg-primary px-4 text-sm font-medium whitespace-nowrap text-on-primary tabular-nums shadow-pop hover:bg-primary-hover"
    >
      <ArrowDown aria-hidden="true" className="size-4" />
      {text}
    </button>
  );
}
