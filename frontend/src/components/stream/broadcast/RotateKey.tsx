import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useRotateKeyMutation } from '@/hooks/useStreams';
import type { Stream } from '@/types';
import { isOn } from './standing';

export function RotateKey({ stream }: { stream: Stream }) {
  const [asking, setAsking] = useState(false);
  const rotate = useRotateKeyMutation(stream.id);
  const close = () => {
    setAsking(false);
    rotate.reset();
  };
  return (
    <>
      <Button kind="outline" onClick={() => setAsking(true)}>
        <RefreshCw aria-hidden="true" className="size-4" />
        Make a new key
      </Button>
      {asking && (
        <ConfirmDialog
          title="Make a new key?"
          confirm="Make a new key"
          keep="Keep the old one"
          busy={rotate.isPending}
          error={rotate.error}
          onConfirm={() => rotate.mutate(undefined, { onSuccess: close })}
          onClose={close}
        >
          {rotateSentence(stream)}
        </ConfirmDialog>
      )}
    </>
  );
}

function rotateSentence({ signal, status }: Stream): string {
  const always = 'The old key stops working at once, in every encoder that has it.';
  if (signal === 'none') return `${always} Nobody is connected now.`;
  const live = isOn(status) ? ' Viewers wait up to a minute for it to come back with the new key.' : '';
  return `${always} Who sends now is disconnected.${live}`;
}
