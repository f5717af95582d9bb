import { Link } from '@tanstack/react-router';
import { Compass } from 'lucide-react';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { Page } from './Page';

export function NotFound({ what = 'page' }: { what?: string }) {
  useDocumentTitle('Not found');
  return (
    <Page width="narrow">
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={Compass}
        title={`This ${what} is not here`}
        action={
          <Link to="/videos" className={buttonClass('outline')}>
            See all videos
          </Link>
        }
      >
        It may have been deleted, or it is private and you are not signed in as its owner.
      </EmptyState>
    </Page>
  );
}
