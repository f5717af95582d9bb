import { ChevronDown, ChevronUp, Pin } from 'lucide-react';
import { useState } from 'react';
import type { ChatMessage } from '@/types';
import { AuthorName } from './AuthorName';
import type { MessageActions } from './ChatRow';
import { ChatText } from './ChatText';

/** The message that the moderators keep in sight, in full or as one line. */
export function PinnedMessage({ message, actions }: { message: ChatMessage; actions: MessageActions | undefined }) {
  const [folded, setFolded] = useState<number | null>(null);
  const open = folded !== message.seq;
  const Icon = open ? ChevronUp : ChevronDown;
  return (
    <section aria-label="Pinned message" className="flex items-start gap-2 border-b border-line bg-raised py-1.5 pr-1.5 pl-4 text-sm">
      <Pin aria-hidden="true" className="mt-1.5 size-3.5 shrink-0 text-accent-text" />
      <p className={`min-w-0 flex-1 py-1 ${open ? 'max-h-32 overflow-y-auto break-words' : 'truncate'}`}>
        <AuthorName userId={message.userId} name={message.userName} />
        <span className="text-faint">: </span>
        <ChatText text={message.text} />
      </p>
      {actions?.(message)}
      <button
        type="button"
        aria-expanded={open}
        aria-label={open ? 'Fold the pinned message' : 'Unfold the pinned message'}
        onClick={() => setFolded(open ? message.seq : null)}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-soft hover:bg-hover hover:text-text"
      >
        <Icon aria-hidden="true" className="size-4" />
      </button>
    </section>
  );
}
