import { useState } from 'react';
import { ErrorState } from '@/components/ui/ErrorState';
import { Notice } from '@/components/ui/Notice';
import { Skeleton } from '@/components/ui/Skeleton';
import { useMe } from '@/hooks/useAccount';
import { useModerationQuery } from '@/hooks/useModeration';
import { ApiError } from '@/lib/api/errors';
import { failedWords } from '@/lib/moderation/actWords';
import { AuditLog } from './AuditLog';
import { ModerationTabs, type ModerationTab } from './ModerationTabs';
import { PeopleLists } from './PeopleLists';
import { ReviewQueue } from './ReviewQueue';
import { SettingsForm } from './SettingsForm';

/** Everything that owner and moderators see and set: what waits, who is who, how the room is set, and what was done. The chat beside it keeps it new. */
export function ModerationArea({ streamId }: { streamId: string }) {
  const [tab, setTab] = useState<ModerationTab>('review');
  const { data: me } = useMe();
  const { data: moderation, error, isPending, refetch } = useModerationQuery(streamId);
  const refused = error instanceof ApiError && error.status === 403;
  return (
    <ModerationTabs current={tab} onChange={setTab} held={moderation?.held.length ?? null}>
      {isPending ? (
        <div role="status" aria-label="Loading what is moderated" className="grid gap-3">
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </div>
      ) : refused ? (
        <Notice kind="error">{failedWords(error)}</Notice>
      ) : moderation === undefined ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : tab === 'review' ? (
        <ReviewQueue streamId={streamId} moderation={moderation} />
      ) : tab === 'people' ? (
        <PeopleLists streamId={streamId} moderation={moderation} myId={me?.id ?? null} />
      ) : tab === 'settings' ? (
        <SettingsForm streamId={streamId} moderation={moderation} />
      ) : (
        <AuditLog streamId={streamId} />
      )}
    </ModerationTabs>
  );
}
