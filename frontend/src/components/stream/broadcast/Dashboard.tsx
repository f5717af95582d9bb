import type { Stream } from '@/types';
import { DashboardHeader } from './DashboardHeader';
import { DetailsCard } from './DetailsCard';
import { HealthCard } from './HealthCard';
import { Monitor } from './Monitor';
import { SessionsCard } from './SessionsCard';
import { SourceCard } from './SourceCard';
import { StandingCard } from './StandingCard';
import { useSessions } from './useSessions';
import { ViewersCard } from './ViewersCard';

/** Everything that a broadcaster needs, with the state and the next step in sight first. */
export function Dashboard({ stream }: { stream: Stream }) {
  const sessions = useSessions(stream);
  const newest = sessions.data?.items[0];
  return (
    <>
      <DashboardHeader stream={stream} />
      {/* The state and the next step come first for readers and keyboards, also where they stand on the right. */}
      <div className="grid items-start gap-4 md:gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid min-w-0 gap-4 md:gap-6 xl:col-start-2 xl:row-start-1">
          <StandingCard stream={stream} session={newest} />
          <SourceCard stream={stream} />
        </div>
        <div className="grid min-w-0 gap-4 md:gap-6 xl:col-start-1 xl:row-start-1">
          <Monitor stream={stream} />
          <HealthCard stream={stream} />
          <ViewersCard stream={stream} session={newest} />
          <SessionsCard query={sessions} />
          <DetailsCard stream={stream} />
        </div>
      </div>
    </>
  );
}
