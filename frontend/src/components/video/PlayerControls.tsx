import { Maximize, Minimize, Pause, PictureInPicture2, Play } from 'lucide-react';
import { formatClock } from '@/lib/format/duration';
import type { PlayerCore } from '@/lib/player/playerCore';
import type { PlayerSnapshot } from '@/lib/player/snapshot';
import { PlayerButton } from './PlayerButton';
import { SeekBar } from './SeekBar';
import { VideoSettings } from './VideoSettings';
import { VolumeControl } from './VolumeControl';

interface PlayerControlsProps {
  core: PlayerCore;
  state: PlayerSnapshot;
  storyboard: string | null;
  /** Seconds at which something happened. */
  marks: readonly number[];
  hidden: boolean;
  onTouched: () => void;
  fullscreen: { active: boolean; toggle: () => void };
  menuOpen: boolean;
  onMenu: (open: boolean) => void;
}

export function PlayerControls({ core, state, storyboard, marks, hidden, onTouched, fullscreen, menuOpen, onMenu }: PlayerControlsProps) {
  const { playing, ended, time, duration, growing } = state;
  const FullscreenIcon = fullscreen.active ? Minimize : Maximize;
  return (
    <div
      onPointerDown={onTouched}
      className={`absolute inset-x-0 bottom-0 z-10 bg-linear-to-t from-black/85 via-black/50 to-transparent px-2 pt-12 pb-1.5 transition-opacity duration-200 md:px-4 md:pb-2 ${
        hidden ? 'pointer-events-none opacity-0 has-focus-visible:pointer-events-auto has-focus-visible:opacity-100' : ''
      }`}
    >
      <SeekBar core={core} state={state} storyboard={storyboard} marks={marks} />
      <div className="flex items-center gap-0.5 md:gap-1">
        <PlayerButton label={playing ? 'Pause' : ended ? 'Play again' : 'Play'} shortcut="k" onClick={() => core.toggle()}>
          {playing ? <Pause aria-hidden="true" className="size-5 fill-current" /> : <Play aria-hidden="true" className="size-5 fill-current" />}
        </PlayerButton>
        <VolumeControl core={core} state={state} />
        <p className="ml-1 truncate text-[13px] tabular-nums">
          {formatClock(time)} <span className="text-white/80">/ {formatClock(duration)}</span>
          {growing && <span className="ml-2 hidden text-white/80 sm:inline">so far</span>}
        </p>
        <div className="flex-1" />
        <VideoSettings core={core} state={state} open={menuOpen} onOpen={onMenu} />
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
