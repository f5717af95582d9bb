import { Shield } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '@/components/ui/Dialog';
import { useModerationQuery } from '@/hooks/useModeration';
import { ActToasts } from './ActToasts';
import { HeldBadge } from './HeldBadge';
import { ModerationArea } from './ModerationArea';
import { withHeld } from './withHeld';

/** Opens moderation where it has no place on the page. */
export function ModerateButton({ streamId }: { streamId: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useModerationQuery(streamId);
  const held = data?.held.length ?? 0;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label={withHeld('Moderate', held)}
        onClick={() => setOpen(true)}
        className="inline-flex min-h-9 items-center gap-2 rounded-lg px-2.5 text-sm font-medium text-soft hover:bg-hover hover:text-text"
      >
        <Shield aria-hidden="true" className="size-4" />
        Moderate
        <HeldBadge held={held} />
      </button>
      {open && (
        <Dialog wide title="Moderation" onClose={() => setOpen(false)}>
          <ModerationArea streamId={streamId} />
          {/* What is outside of a modal dialog cannot be reached. */}
          <ActToasts streamId={streamId} />
        </Dialog>
      )}
    </>
  );
}
