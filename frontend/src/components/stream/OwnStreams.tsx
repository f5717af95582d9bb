import { Link } from '@tanstack/react-router';
import { Radio } from 'lucide-react';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { EndlessList } from '@/components/ui/EndlessList';
import { Skeleton } from '@/components/ui/Skeleton';
import { useStreamsQuery } from '@/hooks/useStreams';
import { OwnStreamRow } from './OwnStreamRow';

/** All streams of the account, whatever their state. */
export function OwnStreams() {
  const query = useStreamsQuery({ owner: 'me' });
  return (
    <EndlessList
      query={query}
      label="your streams"
      className="grid gap-3"
      skeleton={<Skeleton className="h-28 w-full rounded-xl" />}
      skeletons={4}
      empty={
        <EmptyState
          icon={Radio}
          title="No streams of yours yet"
          action={
            <Link to="/streams/create" className={buttonClass('outline')}>
              Create a stream
            </Link>
          }
        >
          Create one, point your encoder at it or use this browser, and go live when you are ready.
        </EmptyState>
      }
      render={(stream) => <OwnStreamRow stream={stream} />}
    />
  );
}
