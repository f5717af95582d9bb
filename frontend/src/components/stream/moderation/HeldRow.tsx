import { Check, X } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { useNow } from '@/hooks/useNow';
import { formatAgo, formatMoment } from '@/lib/format/time';
import type { ChatHoldReason, HeldMessage } from '@/types';

const whyWords: Record<ChatHoldReason, string | null> = {
  all: null,
  link: 'It has a web address',
  filterFailed: 'The filter could not check it',
};

interface HeldRowProps {
  held: HeldMessage;
  /** Where the Tab key stops. */
  current: boolean;
  busy: boolean;
  onFocus: () => void;
  onReview: (verdict: 'approve' | 'reject') => void;
  onAsk: (kind: 'timeOut' | 'ban') => void;
}

export function HeldRow({ held, current, busy, onFocus, onReview, onAsk }: HeldRowProps) {
  const { id, author, text, at, why } = held;
  const now = useNow();
  const stop = current ? 0 : -1;
  const reason = whyWords[why];
  return (
    <li
      data-held={id}
      tabIndex={stop}
      aria-label={`${author.name}: ${text}`}
      aria-busy={busy || undefined}
      onFocus={onFocus}
      className={`min-w-0 rounded-xl border border-line bg-page p-3 transition-opacity ${busy ? 'opacity-60' : ''}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-sm">
        <span className="font-medium break-words">{author.name}</span>
        <time dateTime={at} title={formatMoment(at)} className="text-faint">
          {formatAgo(at, now)}
        </time>
        {reason !== null && <span className="text-faint">{reason}</span>}
      </p>
      <p className="mt-1 break-words whitespace-pre-wrap">{text}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button kind="outline" tabIndex={stop} disabled={busy} aria-keyshortcuts="A" onClick={() => onReview('approve')}>
          <Check aria-hidden="true" className="size-4 text-accent-text" />
          Approve
        </Button>
        <Button kind="outline" tabIndex={stop} disabled={busy} aria-keyshortcuts="R" onClick={() => onReview('reject')}>
          <X aria-hidden="true" className="size-4 text-danger" />
          Reject
        </Button>
        <span className="flex flex-wrap gap-1">
          <Button kind="quiet" tabIndex={stop} onClick={() => onAsk('timeOut')}>
            Time out…
          </Button>
          <Button kind="quiet" tabIndex={stop} onClick={() => onAsk('ban')}>
            Ban…
          </Button>
        </span>
      </div>
    </li>
  );
}
