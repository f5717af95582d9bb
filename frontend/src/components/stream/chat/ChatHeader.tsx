import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ReactNode } from 'react';

interface ChatHeaderProps {
  id: string;
  title: string;
  /** Only where the chat can be folded. */
  open: boolean;
  onToggle: (() => void) | undefined;
  controls: string;
  children: ReactNode;
}

export function ChatHeader({ id, title, open, onToggle, controls, children }: ChatHeaderProps) {
  const Icon = open ? ChevronUp : ChevronDown;
  return (
    <header className="flex min-h-12 items-center gap-1 border-b border-line pr-2 pl-4">
      <h2 id={id} className="min-w-0 flex-1 truncate text-sm font-semibold">
        {title}
      </h2>
      {children}
      {onToggle && (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={controls}
          aria-label={open ? 'Fold the chat' : 'Unfold the chat'}
          onClick={onToggle}
          className="inline-flex size-10 items-center justify-center rounded-lg text-soft hover:bg-hover hover:text-text min-[72rem]:hidden"
        >
          <Icon aria-hidden="true" className="size-5" />
        </button>
      )}
    </header>
  );
}
