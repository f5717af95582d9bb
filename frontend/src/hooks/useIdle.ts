import { useCallback, useEffect, useRef, useState } from 'react';

const patienceMs = 2500;

/** Whether nothing was touched for a while, so that controls may step aside. */
export function useIdle(mayIdle: boolean) {
  const [quiet, setQuiet] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const touched = useCallback(() => {
    clearTimeout(timer.current);
    setQuiet(false);
    timer.current = setTimeout(() => setQuiet(true), patienceMs);
  }, []);
  const left = useCallback(() => {
    clearTimeout(timer.current);
    setQuiet(true);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  return { idle: quiet && mayIdle, touched, left };
}
