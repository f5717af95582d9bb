import { useCallback, useEffect, useState, type RefObject } from 'react';

/** iPhones have only this one, and only on the video itself. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

/** Full screen of a whole player, so that its controls come along. */
export function useFullscreen(box: RefObject<HTMLElement | null>) {
  const [active, setActive] = useState(false);
  useEffect(() => {
    const changed = () => setActive(document.fullscreenElement !== null && document.fullscreenElement === box.current);
    document.addEventListener('fullscreenchange', changed);
    return () => document.removeEventListener('fullscreenchange', changed);
  }, [box]);
  const toggle = useCallback(() => {
    const element = box.current;
    if (!element) return;
    if (document.fullscreenElement) {
      void document.exitFullscreen();
    } else if (document.fullscreenEnabled) {
      void element.requestFullscreen().catch(() => undefined);
    } else {
      element.querySelector<PhoneVideo>('video')?.webkitEnterFullscreen?.();
    }
  }, [box]);
  return { active, toggle };
}
