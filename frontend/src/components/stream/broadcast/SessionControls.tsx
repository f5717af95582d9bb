import { Radio, Square } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';
import { useStartStreamMutation, useStopStreamMutation } from '@/hooks/useStreams';
import type { Stream } from '@/types';
import { isOn } from './standing';

/** Go live, and end. Both ask first. */
export function SessionControls({ stream }: { stream: Stream }) {
  const [asking, setAsking] = useState<'start' | 'stop' | null>(null);
  const start = useStartStreamMutation(stream.id);
  const stop = useStopStreamMutation(stream.id);
  const on = isOn(stream.status);
  const close = () => {
    setAsking(null);
    start.reset();
    stop.reset();
  };
  // What another page or the server did in the meantime needs no answer any more.
  const open = asking === (on ? 'stop' : 'start') ? asking : null;
  return (
    <div>
      {on ? (
        <Button kind="danger" className="w-full" busy={stop.isPending} onClick={() => setAsking('stop')}>
          <Square aria-hidden="true" className="size-4" />
          {stream.status === 'starting' ? 'Call off the start' : 'End the stream'}
        </Button>
      ) : (
        <Button className="w-full" busy={start.isPending} onClick={() => setAsking('start')}>
          <Radio aria-hidden="true" className="size-4" />
          Go live
        </Button>
      )}
      {!on && stream.signal === 'none' && <p className="mt-2 text-sm text-faint">Without a picture yet, it waits for your encoder and then begins.</p>}
      {open === 'start' && (
        <ConfirmDialog
          title="Go live now?"
          confirm="Go live"
          kind="primary"
          keep="Not yet"
          busy={start.isPending}
          error={start.error}
          onConfirm={() => start.mutate(undefined, { onSuccess: close })}
          onClose={close}
        >
          <p>{audience[stream.visibility]}</p>
          {stream.signal === 'none' && <p className="mt-2">Nothing arrives yet: it begins as soon as your encoder or this browser sends.</p>}
          {!stream.record && <p className="mt-2">This session is not recorded: recording is off.</p>}
        </ConfirmDialog>
      )}
      {open === 'stop' && (
        <ConfirmDialog
          title={stream.status === 'starting' ? 'Call off the start?' : 'End the stream?'}
          confirm={stream.status === 'starting' ? 'Call it off' : 'End it'}
          keep="Go on"
          busy={stop.isPending}
          error={stop.error}
          onConfirm={() => stop.mutate(undefined, { onSuccess: close })}
          onClose={close}
        >
          {stream.status === 'starting' ? 'Nobody has seen anything yet.' : endSentence(stream)}
        </ConfirmDialog>
      )}
    </div>
  );
}

const audience: Record<Stream['visibility'], string> = {
  public: 'The stream is public: everyone can find it and watch.',
  unlisted: 'The stream is unlisted: everyone with the link can watch.',
  private: 'The stream is private: only you can watch it.',
};

function endSentence({ viewers, recording }: Stream): string {
  const who = viewers === 0 ? 'It ends for everyone' : viewers === 1 ? 'It ends for the one who watches' : `It ends for all ${viewers.toLocaleString('en')} who watch`;
  const kept = recording === null || recording.status === 'none' ? 'It was not recorded.' : 'Its recording becomes a video.';
  return `${who}, and your encoder is disconnected. ${kept}`;
}
