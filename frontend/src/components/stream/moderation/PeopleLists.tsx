import { useState, type ReactNode } from 'react';
import { Avatar } from '@/components/ui/Avatar';
import { Button } from '@/components/ui/Button';
import { useModerationAct, usePendingActs } from '@/hooks/useModeration';
import { useNow } from '@/hooks/useNow';
import { formatAgo, formatMoment } from '@/lib/format/time';
import type { ModerationAct } from '@/lib/moderation/acts';
import { spellSeconds } from '@/lib/moderation/durations';
import type { ChatModeration, ChatPerson } from '@/types';

interface PeopleListsProps {
  streamId: string;
  moderation: ChatModeration;
  myId: string | null;
}

/** Who moderates, and who cannot write. */
export function PeopleLists({ streamId, moderation, myId }: PeopleListsProps) {
  const { you, moderators, timeouts, bans } = moderation;
  const now = useNow();
  const { mutate } = useModerationAct(streamId);
  const pending = usePendingActs(streamId);
  const button = (act: ModerationAct & { user: ChatPerson }, text: string) => (
    <Button
      kind="outline"
      busy={pending.some((one) => one.kind === act.kind && 'user' in one && one.user.userId === act.user.userId)}
      onClick={() => mutate(act)}
      aria-label={`${text}: ${act.user.name}`}
    >
      {text}
    </Button>
  );
  return (
    <div className="grid grid-cols-1 gap-8">
      <PersonList
        title="Moderators"
        people={moderators.map((user) => ({ user, note: user.userId === myId ? 'This is you' : null }))}
        empty={you === 'owner' ? 'There are none. Make somebody a moderator from the menu of a message they wrote.' : 'There are none.'}
        action={(user) =>
          you === 'owner'
            ? button({ kind: 'dismiss', user }, 'Dismiss')
            : user.userId === myId && button({ kind: 'dismiss', user }, 'Step down')
        }
      />
      <PersonList
        title="Timed out"
        people={timeouts
          .filter(({ until }) => Date.parse(until) > now)
          .map(({ user, until }) => ({ user, note: `${spellSeconds((Date.parse(until) - now) / 1000)} left`, title: formatMoment(until), until }))}
        empty="Nobody is."
        action={(user, { until }) => button({ kind: 'liftTimeOut', user, until: until ?? '' }, 'Lift')}
      />
      <PersonList
        title="Banned"
        people={bans.map(({ user, at }) => ({ user, note: formatAgo(at, now), title: formatMoment(at) }))}
        empty="Nobody is."
        action={(user) => button({ kind: 'liftBan', user }, 'Lift')}
      />
    </div>
  );
}

interface Listed {
  user: ChatPerson;
  note: string | null;
  title?: string;
  until?: string;
}

interface PersonListProps {
  title: string;
  people: Listed[];
  empty: string;
  action: (user: ChatPerson, listed: Listed) => ReactNode;
}

/** Shown at first; there may be a thousand. */
const some = 50;

function PersonList({ title, people, empty, action }: PersonListProps) {
  const [all, setAll] = useState(false);
  const shown = all ? people : people.slice(0, some);
  return (
    <section aria-label={title}>
      <h3 className="mb-2 flex items-baseline gap-2 text-sm font-semibold">
        {title}
        {people.length > 0 && <span className="font-normal text-faint">{people.length}</span>}
      </h3>
      {people.length === 0 ? (
        <p className="text-sm text-soft">{empty}</p>
      ) : (
        <ul className="divide-y divide-line">
          {shown.map((listed) => (
            <li key={listed.user.userId} className="flex min-h-14 items-center gap-3 py-2">
              <Avatar name={listed.user.name} />
              <div className="min-w-0 flex-1">
                <p className="truncate">{listed.user.name}</p>
                {listed.note !== null && (
                  <p title={listed.title} className="text-sm text-faint tabular-nums">
                    {listed.note}
                  </p>
                )}
              </div>
              {action(listed.user, listed)}
            </li>
          ))}
        </ul>
      )}
      {shown.length < people.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          Show all {people.length}
        </Button>
      )}
    </section>
  );
}
