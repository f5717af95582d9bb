import { Link } from '@tanstack/react-router';
import { Lock } from 'lucide-react';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { Page } from '@/components/layout/Page';

export function NotYours({ streamId, owner }: { streamId: string; owner: string }) {
  return (
    <Page width="narrow">
      <h1 className="sr-only">Not your stream</h1>
      <EmptyState
        icon={Lock}
        title="This dashboard is for its broadcaster"
        action={
          <Link to="/streams/$streamId" params={{ streamId }} className={buttonClass('outline')}>
            Watch the stream
          </Link>
        }
      >
        The stream belongs to {owner}. If that is you, sign in with that account.
      </EmptyState>
    </Page>
  );
}
