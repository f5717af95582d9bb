import { Undo2 } from 'lucide-react';
import { memo } from 'react';
import { Button } from '@/components/ui/Button';
import { formatMoment } from '@/lib/format/time';
import type { ChatAuditEntry } from '@/types';
import { auditText, auditWords, takenBackWords } from './auditWords';

interface AuditRowProps {
  entry: ChatAuditEntry;
  /** How long it is since then. */
  ago: string;
  busy: boolean;
  onUndo: (entry: ChatAuditEntry) => void;
}

export const AuditRow = memo(function AuditRow({ entry, ago, busy, onUndo }: AuditRowProps) {
  const { at, actor, reason, undoable, undoneBy } = entry;
  const words = auditWords(entry);
  const text = auditText(entry);
  return (
    <div className="flex items-start justify-between gap-3">
      <div className="min-w-0">
        <p className="text-sm break-words">
          <span className="font-medium">{actor.name}</span> {words}
        </p>
        {text !== null && <p className="mt-1 border-l-2 border-line-strong pl-2.5 text-sm break-words whitespace-pre-wrap text-soft">{text}</p>}
        {reason !== null && <p className="mt-1 text-sm break-words text-soft">Reason: {reason}</p>}
        <p className="mt-1 text-sm text-faint">
          <time dateTime={at} title={formatMoment(at)}>
            {ago}
          </time>
          {undoneBy !== null && ` · ${takenBackWords(entry)}`}
        </p>
      </div>
      {undoable && undoneBy === null && (
        <Button kind="outline" busy={busy} onClick={() => onUndo(entry)} aria-label={`Undo: ${actor.name} ${words}`}>
          <Undo2 aria-hidden="true" className="size-4" />
          Undo
        </Button>
      )}
    </div>
  );
});
