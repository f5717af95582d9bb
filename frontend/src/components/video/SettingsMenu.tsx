import { Settings } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { PlayerButton } from './PlayerButton';

interface SettingsMenuProps {
  open: boolean;
  onOpen: (open: boolean) => void;
  /** Groups of choices. */
  children: ReactNode;
}

/** The menu behind the player's gear. */
export function SettingsMenu({ open, onOpen, children }: SettingsMenuProps) {
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
          {children}
        </div>
      )}
    </div>
  );
}
