import { Camera, Mic, MicOff, MonitorUp } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { Notice } from '@/components/ui/Notice';
import { useNow } from '@/hooks/useNow';
import { canShareScreen } from '@/lib/broadcast/browserPorts';
import type { Capture } from '@/lib/broadcast/capture';
import { isSending } from '@/lib/broadcast/snapshot';
import type { Stream } from '@/types';
import { DevicePickers } from './DevicePickers';
import { LevelMeter } from './LevelMeter';
import { LocalPreview } from './LocalPreview';
import { sendWords, warningsOf } from './sendWords';
import { isOn } from './standing';
import type { Studio } from './useStudio';

/** Camera or screen are open: the broadcaster's own picture, and whether it is sent. */
export function StudioView({ stream, studio, capture }: { stream: Stream; studio: Studio; capture: Capture }) {
  const { state, choose, send, stop, close, setMuted } = studio;
  const sending = isSending(state.phase);
  const now = useNow();
  const other = capture.kind === 'camera' ? 'screen' : 'camera';
  return (
    <div className="grid gap-4">
      <LocalPreview media={capture.media} mirrored={capture.kind === 'camera'} />
      {capture.hasSound && (
        <div className="flex items-center gap-3">
          <IconButton label={state.muted ? 'Sound on' : 'Sound off'} aria-pressed={state.muted} onClick={() => setMuted(!state.muted)}>
            {state.muted ? <MicOff aria-hidden="true" className="size-[18px] text-danger" /> : <Mic aria-hidden="true" className="size-[18px]" />}
          </IconButton>
          {state.muted ? <p className="flex-1 text-sm text-danger">Viewers hear nothing.</p> : <LevelMeter capture={capture} />}
        </div>
      )}
      {state.problem && <Notice kind={state.phase === 'stopped' ? 'info' : 'error'}>{state.problem.sentence}</Notice>}
      <div role="status" className="grid gap-2 empty:hidden">
        {warningsOf(state, now).map((warning) => (
          <p key={warning} className="rounded-lg border border-danger/40 px-3 py-2 text-sm">
            {warning}
          </p>
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {sending ? (
          <Button kind="danger" onClick={stop}>
            Stop sending
          </Button>
        ) : (
          <Button onClick={send} busy={state.phase === 'asking'}>
            {isOn(stream.status) ? 'Send: viewers see it at once' : 'Send it to the stream'}
          </Button>
        )}
        {!sending && (
          <Button kind="quiet" onClick={close}>
            {capture.kind === 'camera' ? 'Close the camera' : 'End the share'}
          </Button>
        )}
        {(other === 'camera' || canShareScreen()) && (
          <Button kind="quiet" onClick={() => choose({ kind: other })}>
            {other === 'camera' ? <Camera aria-hidden="true" className="size-4" /> : <MonitorUp aria-hidden="true" className="size-4" />}
            {other === 'camera' ? 'Use the camera instead' : 'Share the screen instead'}
          </Button>
        )}
      </div>
      <p className="min-h-5 text-sm text-faint tabular-nums">{sendWords(state, now)}</p>
      <DevicePickers studio={studio} />
    </div>
  );
}
