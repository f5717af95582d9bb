import { Volume1, Volume2, VolumeX } from 'lucide-react';
import { PlayerButton } from './PlayerButton';

interface VolumeControlProps {
  core: { setVolume: (volume: number) => void; toggleMuted: () => void };
  state: { volume: number; muted: boolean };
}

export function VolumeControl({ core, state: { volume, muted } }: VolumeControlProps) {
  const level = muted ? 0 : volume;
  const Icon = level === 0 ? VolumeX : level < 0.5 ? Volume1 : Volume2;
  return (
    <div className="group/volume flex items-center">
      <PlayerButton label={level === 0 ? 'Sound on' : 'Mute'} shortcut="m" onClick={() => core.toggleMuted()}>
        <Icon aria-hidden="true" className="size-5" />
      </PlayerButton>
      <input
        type="range"
        aria-label="Volume"
        aria-valuetext={`${Math.round(level * 100)} %`}
        min={0}
        max={1}
        step={0.05}
        value={level}
        onChange={(event) => core.setVolume(Number(event.target.value))}
        className="h-10 w-0 cursor-pointer accent-white opacity-0 transition-[width,opacity] duration-150 group-focus-within/volume:w-20 group-focus-within/volume:opacity-100 group-hover/volume:w-20 group-hover/volume:opacity-100 pointer-coarse:hidden"
      />
    </div>
  );
}
