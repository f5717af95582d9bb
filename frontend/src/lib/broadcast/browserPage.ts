import type { BroadcastPage } from './ports';

/** The page itself. */
export const browserPage: BroadcastPage = {
  watchHidden: (listener) => {
    const told = () => listener(document.visibilityState === 'hidden');
    told();
    return listening(document, 'visibilitychange', told);
  },
  watchOnline: (listener) => listening(window, 'online', listener),
  warnBeforeLeaving: () => listening(window, 'beforeunload', (event) => event.preventDefault()),
  keepAwake: () => {
    let over = false;
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      // Missing in some browsers, and refused on low battery: then the screen may go dark as it likes.
      if (over || !('wakeLock' in navigator) || document.visibilityState === 'hidden') return;
      const next = await navigator.wakeLock.request('screen').catch(() => null);
      void lock?.release();
      lock = next;
      if (isOver()) void lock?.release();
    };
    const isOver = () => over;
    void ask();
    // The browser takes it back whenever the tab goes out of sight.
    const end = listening(document, 'visibilitychange', () => void ask());
    return () => {
      over = true;
      end();
      void lock?.release();
    };
  },
};

function listening(target: EventTarget, type: string, listener: (event: Event) => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
