import type { Stream } from '@/types';
import { ModeratedChat } from '../moderation/ModeratedChat';
import { DashboardHeader } from './DashboardHeader';
import { DetailsCard } from './DetailsCard';
import { HealthCard } from './HealthCard';
import { ModerationCard } from './ModerationCard';
import { Monitor } from './Monitor';
import { SessionsCard } from './SessionsCard';
import { SourceCard } from './SourceCard';
import { StandingCard } from './StandingCard';
import { useSessions } from './useSessions';
import { ViewersCard } from './ViewersCard';

/**
 * Everything that a broadcaster needs, with the state and the next step in sight first: the picture on the left, people on the right, and
 * the chat in a column of its own where there is room for three. Readers and keyboards meet it in the order of a narrow page.
 */
export function Dashboard({ stream }: { stream: Stream }) {
  const sessions = useSessions(stream);
  const newest = sessions.data?.items[0];
  return (
    <>
      <DashboardHeader stream={stream} />
      <div className="grid items-start gap-4 md:gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:grid-rows-[auto_auto_1fr] 3xl:grid-cols-[minmax(0,1fr)_26rem_28rem]">
        <div className="min-w-0 xl:col-start-1 xl:row-start-1 3xl:col-start-3">
          <StandingCard stream={stream} session={newest} />
        </div>
        <div className="grid min-w-0 gap-4 md:gap-6 xl:col-start-1 xl:row-start-2 3xl:row-span-2 3xl:row-start-1">
          <Monitor stream={stream} />
          <SourceCard stream={stream} />
        </div>
        <div className="grid min-w-0 gap-4 md:gap-6 xl:col-start-2 xl:row-span-3 xl:row-start-1 3xl:contents">
          <ModeratedChat
            streamId={stream.id}
            areaBeside
            className="h-[30rem] rounded-2xl border xl:h-[min(44rem,calc(100dvh-4rem))] 3xl:sticky 3xl:top-8 3xl:col-start-2 3xl:row-span-3 3xl:row-start-1 3xl:h-[min(64rem,calc(100dvh-4rem))]"
          />
          <div className="min-w-0 3xl:col-start-3 3xl:row-span-2 3xl:row-start-2">
            <ModerationCard streamId={stream.id} />
          </div>
        </div>
        <div className="grid min-w-0 gap-4 md:gap-6 xl:col-start-1 xl:row-start-3">
          <HealthCard stream={stream} />
          <ViewersCard stream={stream} session={newest} />
          <SessionsCard query={sessions} />
          <DetailsCard stream={stream} />
        </div>
      </div>
    </>
  );
}
