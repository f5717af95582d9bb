import type { Level } from '@/lib/player/engine';
import { SettingsGroup, type Choice } from './SettingsGroup';

interface QualityGroupProps {
  core: { setLevel: (level: number) => void };
  state: { levels: Level[]; level: number; activeHeight: number | null };
}

/** Auto and each height; nothing where there is no choice. */
export function QualityGroup({ core, state }: QualityGroupProps) {
  if (state.levels.length < 2) return null;
  return <SettingsGroup title="Quality" value={state.level} choices={choicesOf(state)} onChoose={(level) => core.setLevel(level)} />;
}

function choicesOf({ levels, level, activeHeight }: QualityGroupProps['state']): Choice[] {
  const automatic = level === -1 && activeHeight ? `Auto (${activeHeight}p)` : 'Auto';
  const byHeight = [...levels].sort((a, b) => b.height - a.height);
  return [{ value: -1, label: automatic }, ...byHeight.map(({ index, height }) => ({ value: index, label: `${height}p` }))];
}
