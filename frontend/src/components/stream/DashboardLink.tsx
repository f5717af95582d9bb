import { Link } from '@tanstack/react-router';
import { SlidersHorizontal } from 'lucide-react';
import { buttonClass } from '@/components/ui/buttonClass';

/** The way to where the owner goes live. */
export function DashboardLink({ streamId, title }: { streamId: string; title: string }) {
  return (
    <Link to="/streams/$streamId/broadcast" params={{ streamId }} className={buttonClass('outline')}>
      <SlidersHorizontal aria-hidden="true" className="size-4" />
      Dashboard<span className="sr-only"> of {title}</span>
    </Link>
  );
}
