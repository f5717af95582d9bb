import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { buttonClass } from '@/components/ui/buttonClass';
import { PageHeader } from '@/components/ui/PageHeader';
import { visibilityNames } from '@/components/video/visibility';
import type { Stream } from '@/types';
import { ShareButton } from '../ShareButton';

export function DashboardHeader({ stream }: { stream: Stream }) {
  return (
    <div className="[&_h1]:min-w-0 [&_h1]:break-words">
      <PageHeader title={stream.title}>
        <div className="flex flex-wrap items-center gap-2">
          <span className="mr-2 text-sm text-faint">{visibilityNames[stream.visibility]}</span>
          <Link to="/streams/$streamId" params={{ streamId: stream.id }} className={buttonClass('outline')}>
            <ExternalLink aria-hidden="true" className="size-4" />
            Viewers’ page
          </Link>
          <ShareButton path={`/streams/${stream.id}`} />
        </div>
      </PageHeader>
    </div>
  );
}
