import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useModerationAct } from '@/hooks/useModeration';

export function ClearChat({ streamId }: { streamId: string }) {
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useModerationAct(streamId);
  const close = () => setAsking(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-5">
      <p className="min-w-0 flex-1 basis-56 text-sm text-soft">Removes everything that was written so far, for everyone.</p>
      <Button kind="outline" onClick={() => setAsking(true)}>
        Clear the chat
      </Button>
      {asking && (
        <ConfirmDialog title="Clear the chat?" confirm="Clear it" busy={isPending} onClose={close} onConfirm={() => mutate({ kind: 'clear' }, { onSettled: close })}>
          Every message so far disappears for everyone. You can take that back here and in the log.
        </ConfirmDialog>
      )}
    </div>
  );
}
