import { Camera, MonitorUp } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { canShareScreen, whyNot } from '@/lib/broadcast/browserPorts';
import type { Stream } from '@/types';
import { StudioView } from './StudioView';
import type { Studio } from './useStudio';

/** Going live without an encoder: camera or screen, straight from this page. */
export function BrowserPanel({ stream, studio }: { stream: Stream; studio: Studio }) {
  const [obstacle] = useState(whyNot);
  const { state, choose } = studio;
  if (obstacle) return <Notice>{obstacle.sentence}</Notice>;
  if (state.capture) return <StudioView stream={stream} studio={studio} capture={state.capture} />;
  const asking = state.phase === 'asking';
  return (
    <div className="grid gap-4">
      <p className="text-soft">Your browser asks for permission first. You see yourself before anything is sent.</p>
      {state.problem && <Notice kind={state.phase === 'stopped' ? 'info' : 'error'}>{state.problem.sentence}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button kind="outline" busy={asking} onClick={() => choose({ kind: 'camera' })}>
          <Camera aria-hidden="true" className="size-4" />
          Use the camera
        </Button>
        {canShareScreen() && (
          <Button kind="outline" busy={asking} onClick={() => choose({ kind: 'screen' })}>
            <MonitorUp aria-hidden="true" className="size-4" />
            Share the screen
          </Button>
        )}
      </div>
    </div>
  );
}
