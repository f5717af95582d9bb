import type { PlayerCore } from '@/lib/player/playerCore';
import type { PlayerSnapshot } from '@/lib/player/snapshot';
import { QualityGroup } from './QualityGroup';
import { SettingsGroup, type Choice } from './SettingsGroup';
import { SettingsMenu } from './SettingsMenu';

const rates = [0.5, 0.75, 1, 1.25, 1.5, 2];

interface VideoSettingsProps {
  core: PlayerCore;
  state: PlayerSnapshot;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** Quality, speed and captions. */
export function VideoSettings({ core, state, open, onOpen }: VideoSettingsProps) {
  return (
    <SettingsMenu open={open} onOpen={onOpen}>
      <QualityGroup core={core} state={state} />
      {state.captions.length > 0 && (
        <SettingsGroup title="Captions" value={state.caption} choices={captions(state)} onChoose={(caption) => core.setCaption(caption)} />
      )}
      <SettingsGroup title="Speed" value={state.rate} choices={rates.map(speed)} onChoose={(rate) => core.setRate(rate)} />
    </SettingsMenu>
  );
}

function captions({ captions: all }: PlayerSnapshot): Choice[] {
  return [{ value: -1, label: 'Off' }, ...all.map(({ index, label }) => ({ value: index, label }))];
}

function speed(value: number): Choice {
  return { value, label: value === 1 ? 'Normal' : `${value}×` };
}
