import { Settings } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { PlayerCore } from '@/lib/player/playerCore';
import type { PlayerSnapshot } from '@/lib/player/snapshot';
import { PlayerButton } from './PlayerButton';
import { SettingsGroup, type Choice } from './SettingsGroup';

const rates = [0.5, 0.75, 1, 1.25, 1.5, 2];

interface SettingsMenuProps {
  core: PlayerCore;
  state: PlayerSnapshot;
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** Quality, speed and captions. */
export function SettingsMenu({ core, state, open, onOpen }: SettingsMenuProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    box.current?.querySelector<HTMLElement>('[role="menuitemradio"][aria-checked="true"]')?.focus();
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) onOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open, onOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape' || event.key === 'Tab') {
      onOpen(false);
      box.current?.querySelector('button')?.focus();
      if (event.key === 'Escape') event.preventDefault();
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + step + items.length) % items.length]?.focus();
  };

  return (
    <div ref={box} className="relative" onKeyDown={onKeyDown}>
      <PlayerButton label="Settings" aria-haspopup="menu" aria-expanded={open} onClick={() => onOpen(!open)}>
        <Settings aria-hidden="true" className={`size-5 transition-transform ${open ? 'rotate-45' : ''}`} />
      </PlayerButton>
      {open && (
        <div
          role="menu"
          aria-label="Settings"
          className="absolute right-0 bottom-12 flex max-h-[min(26rem,calc(100cqh-4.5rem))] w-52 animate-rise flex-col gap-2 overflow-y-auto rounded-xl bg-[#16181b]/95 p-2 shadow-pop ring-1 ring-white/10 backdrop-blur"
        >
          {state.levels.length > 1 && (
            <SettingsGroup title="Quality" value={state.level} choices={qualities(state)} onChoose={(level) => core.setLevel(level)} />
          )}
          {state.captions.length > 0 && (
            <SettingsGroup title="Captions" value={state.caption} choices={captions(state)} onChoose={(caption) => core.setCaption(caption)} />
          )}
          <SettingsGroup title="Speed" value={state.rate} choices={rates.map(speed)} onChoose={(rate) => core.setRate(rate)} />
        </div>
      )}
    </div>
  );
}

function qualities({ levels, level, activeHeight }: PlayerSnapshot): Choice[] {
  const automatic = level === -1 && activeHeight ? `Auto (${activeHeight}p)` : 'Auto';
  const byHeight = [...levels].sort((a, b) => b.height - a.height);
  return [{ value: -1, label: automatic }, ...byHeight.map(({ index, height }) => ({ value: index, label: `${height}p` }))];
}

function captions({ captions: all }: PlayerSnapshot): Choice[] {
  return [{ value: -1, label: 'Off' }, ...all.map(({ index, label }) => ({ value: index, label }))];
}

function speed(value: number): Choice {
  return { value, label: value === 1 ? 'Normal' : `${value}×` };
}
