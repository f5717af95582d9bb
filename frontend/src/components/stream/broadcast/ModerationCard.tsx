import { lazy, Suspense } from 'react';
import { Skeleton } from '@/components/ui/Skeleton';
import { Card } from './Card';

const ModerationArea = lazy(async () => ({ default: (await import('../moderation/ModerationArea')).ModerationArea }));

export function ModerationCard({ streamId }: { streamId: string }) {
  return (
    <Card title="Moderation">
      <Suspense fallback={<Skeleton className="h-48" />}>
        <ModerationArea streamId={streamId} />
      </Suspense>
    </Card>
  );
}
