import { Maximize, Minimize, Pause, PictureInPicture2, Play } from 'lucide-react';
import { PlayerButton } from '@/components/video/PlayerButton';
import { QualityGroup } from '@/components/video/QualityGroup';
import { SeekBar } from '@/components/video/SeekBar';
import { SettingsMenu } from '@/components/video/SettingsMenu';
import { VolumeControl } from '@/components/video/VolumeControl';
import { formatClock, speakClock } from '@/lib/format/duration';
import type { LiveCore } from '@/lib/player/live/liveCore';
import type { LiveSnapshot } from '@/lib/player/live/liveSnapshot';
import type { StreamStatus } from '@/types';
import { LiveButton } from './LiveButton';

interface LiveControlsProps {
  core: LiveCore;
  state: LiveSnapshot;
  preview: boolean;
  status: StreamStatus;
  hidden: boolean;
  onTouched: () => void;
  fullscreen: { active: boolean; toggle: () => void };
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
}

/** Less to rewind to is not worth a bar. */
const shortestRewind = 10;

export function LiveControls({ core, state, preview, status, hidden, onTouched, fullscreen, menuOpen, onMenu }: LiveControlsProps) {
  const { playing, over, duration, finished, levels } = state;
  const FullscreenIcon = fullscreen.active ? Minimize : Maximize;
  // At the live edge the bar is full: the second behind it is no place that anybody chose.
  const shown = state.atLive ? { ...state, time: duration, bufferedTo: duration } : state;
  return (
    <div
      onPointerDown={onTouched}
      className={`absolute inset-x-0 bottom-0 z-10 bg-linear-to-t from-black/85 via-black/50 to-transparent px-2 pt-12 pb-1.5 transition-opacity duration-200 md:px-4 md:pb-2 ${
        hidden ? 'pointer-events-none opacity-0 has-focus-visible:pointer-events-auto has-focus-visible:opacity-100' : ''
      }`}
    >
      {!preview && duration >= shortestRewind && (
        <SeekBar
          core={core}
          state={shown}
          storyboard={null}
          name="Place in the broadcast"
          write={(seconds) => (finished ? formatClock(seconds) : behindText(duration - seconds))}
          speak={(seconds) => (finished ? speakClock(seconds) : duration - seconds < 1 ? 'Live' : `${speakClock(duration - seconds)} behind live`)}
        />
      )}
      <div className="flex items-center gap-0.5 md:gap-1">
        <PlayerButton label={playing ? 'Pause' : over ? 'Play again' : 'Play'} shortcut="k" onClick={() => core.toggle()}>
          {playing ? <Pause aria-hidden="true" className="size-5 fill-current" /> : <Play aria-hidden="true" className="size-5 fill-current" />}
        </PlayerButton>
        <VolumeControl core={core} state={state} />
        <LiveButton core={core} state={state} preview={preview} status={status} />
        <div className="flex-1" />
        {levels.length > 1 && (
          <SettingsMenu open={menuOpen} onOpen={onMenu}>
            <QualityGroup core={core} state={state} />
          </SettingsMenu>
        )}
        {document.pictureInPictureEnabled && (
          <PlayerButton label="Picture in picture" className="hidden sm:inline-flex" onClick={() => void core.togglePictureInPicture()}>
            <PictureInPicture2 aria-hidden="true" className="size-5" />
          </PlayerButton>
        )}
        <PlayerButton label={fullscreen.active ? 'Leave full screen' : 'Full screen'} shortcut="f" onClick={fullscreen.toggle}>
          <FullscreenIcon aria-hidden="true" className="size-5" />
        </PlayerButton>
      </div>
    </div>
  );
}

function behindText(seconds: number): string {
  return seconds < 1 ? 'Live' : `−${formatClock(seconds)}`;
}
