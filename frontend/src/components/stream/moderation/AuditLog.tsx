import { ScrollText } from 'lucide-react';
import { useCallback } from 'react';
import { ErrorState } from '@/components/ui/ErrorState';
import { ListEnd } from '@/components/ui/ListEnd';
import { Skeleton } from '@/components/ui/Skeleton';
import { useChatAuditQuery, useModerationAct, usePendingActs } from '@/hooks/useModeration';
import { useNow } from '@/hooks/useNow';
import { formatAgo } from '@/lib/format/time';
import type { ChatAuditEntry } from '@/types';
import { AuditRow } from './AuditRow';
import { PanelEmpty } from './PanelEmpty';

/** Who did what to whom, the newest first. */
export function AuditLog({ streamId }: { streamId: string }) {
  const query = useChatAuditQuery(streamId);
  const { mutate } = useModerationAct(streamId);
  const pending = usePendingActs(streamId);
  const now = useNow();
  const undo = useCallback((entry: ChatAuditEntry) => mutate({ kind: 'undo', auditId: entry.id, of: entry }), [mutate]);
  if (query.isPending) {
    return (
      <div role="status" aria-label="Loading the log" className="grid gap-3">
        {Array.from({ length: 6 }, (_, i) => (
          <Skeleton key={i} className="h-14" />
        ))}
      </div>
    );
  }
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  // A page may begin with what another ended with when acts came between.
  const entries = [...new Map(query.data.pages.flatMap((page) => page.items).map((entry) => [entry.id, entry])).values()];
  if (entries.length === 0) {
    return (
      <PanelEmpty icon={ScrollText} title="Nothing has been done yet">
        Everything that owner and moderators do is written down here.
      </PanelEmpty>
    );
  }
  return (
    <>
      <ul aria-label="What was done" className="divide-y divide-line">
        {entries.map((entry) => (
          <li key={entry.id} className="py-3 first:pt-0">
            <AuditRow
              entry={entry}
              ago={formatAgo(entry.at, now)}
              busy={pending.some((act) => act.kind === 'undo' && act.auditId === entry.id)}
              onUndo={undo}
            />
          </li>
        ))}
      </ul>
      <ListEnd query={query} end={query.data.pages.length > 1 ? 'That is all of it.' : ''} />
    </>
  );
}
