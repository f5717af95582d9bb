import { useEffect, useRef } from 'react';
import type { Capture } from '@/lib/broadcast/capture';

const stepMs = 100;

/** How loud it is. Decibels from -60 to 0, for that is how ears hear. */
export function LevelMeter({ capture }: { capture: Capture }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const decibels = 20 * Math.log10(Math.max(0.001, capture.level()));
      if (bar.current) bar.current.style.transform = `scaleX(${(decibels + 60) / 60})`;
    }, stepMs);
    return () => clearInterval(timer);
  }, [capture]);
  return (
    <div aria-hidden="true" className="h-2 flex-1 overflow-hidden rounded-full bg-hover">
      <div ref={bar} className="h-full origin-left rounded-full bg-accent" style={{ transform: 'scaleX(0)' }} />
    </div>
  );
}
