import { useEffect, useEffectEvent } from 'react';

const shortSkip = 5;
const longSkip = 10;
const volumeStep = 0.1;

/** What a player must be able to do to be played by keys. */
export interface KeyPlayer {
  getSnapshot: () => { volume: number; muted: boolean };
  toggle: () => void;
  skip: (seconds: number) => void;
  /** From the beginning (0) to the end (1). */
  seekTo: (fraction: number) => void;
  setVolume: (volume: number) => void;
  toggleMuted: () => void;
  /** Only of a broadcast: to the newest moment. */
  toLive?: () => void;
}

interface KeyActions {
  core: KeyPlayer | null;
  toggleFullscreen: () => void;
  /** Whether a key was pressed inside the player. */
  isInside: (target: Node) => boolean;
  touched: () => void;
}

/** The keyboard of the player. Works on the whole page, except where keys have another meaning. */
export function usePlayerKeys(actions: KeyActions): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { core, touched } = actions;
    if (!core || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof Element) || isTyping(event.target) || document.querySelector('dialog[open]')) return;
    const action = actionOf(event.key, core, actions, event.target);
    if (!action) return;
    event.preventDefault();
    action();
    touched();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function actionOf(key: string, core: KeyPlayer, { toggleFullscreen, isInside }: KeyActions, target: Element): (() => void) | null {
  const { volume, muted } = core.getSnapshot();
  const inside = isInside(target);
  const level = muted ? 0 : volume;
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case ' ':
      // On a button or a link the space bar presses it.
      return target.closest('button, a, summary, [role="menuitemradio"]') ? null : () => core.toggle();
    case 'k':
      return () => core.toggle();
    case 'ArrowLeft':
      return () => core.skip(-shortSkip);
    case 'ArrowRight':
      return () => core.skip(shortSkip);
    case 'j':
      return () => core.skip(-longSkip);
    case 'l':
      return core.toLive ? () => core.toLive?.() : () => core.skip(longSkip);
    // Elsewhere these scroll the page.
    case 'ArrowUp':
      return inside ? () => core.setVolume(level + volumeStep) : null;
    case 'ArrowDown':
      return inside ? () => core.setVolume(level - volumeStep) : null;
    case 'Home':
      return inside ? () => core.seekTo(0) : null;
    case 'End':
      return inside ? () => (core.toLive ? core.toLive() : core.seekTo(1)) : null;
    case 'm':
      return () => core.toggleMuted();
    case 'f':
      return toggleFullscreen;
    default:
      return /^\d$/.test(key) ? () => core.seekTo(Number(key) / 10) : null;
  }
}

function isTyping(target: Element): boolean {
  return target.closest('input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"]') !== null;
}
