import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { formatClock, speakClock } from '@/lib/format/duration';
import { SeekPreview } from './SeekPreview';

const steps: Partial<Record<string, number>> = { ArrowLeft: -5, ArrowRight: 5, ArrowDown: -5, ArrowUp: 5, PageDown: -60, PageUp: 60 };

interface Pointed {
  fraction: number;
  /** Of the bar, in pixels. */
  width: number;
}

interface SeekBarProps {
  core: { seek: (seconds: number) => void; skip: (seconds: number) => void };
  /** Seconds. */
  state: { time: number; duration: number; bufferedTo: number };
  storyboard: string | null;
  name?: string;
  /** Seconds at which the broadcaster was lost for a while. */
  marks?: readonly number[];
  /** How a place is written beside the pointer, and how it is spoken. */
  write?: (seconds: number) => string;
  speak?: (seconds: number) => string;
}

const none: readonly number[] = [];

export function SeekBar({ core, state, storyboard, name = 'Place in the video', marks = none, write = formatClock, speak }: SeekBarProps) {
  const { time, duration, bufferedTo } = state;
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [dragging, setDragging] = useState(false);
  const shown = dragging && pointed ? pointed.fraction * duration : time;
  const percentOf = (seconds: number) => (duration > 0 ? Math.min(100, (seconds / duration) * 100) : 0);

  const point = ({ clientX, currentTarget }: PointerEvent): Pointed => {
    const { left, width } = currentTarget.getBoundingClientRect();
    const next = { fraction: Math.min(1, Math.max(0, (clientX - left) / width)), width };
    setPointed(next);
    return next;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    core.skip(step);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={Math.round(duration)}
      aria-valuenow={Math.round(time)}
      aria-valuetext={speak ? speak(time) : `${speakClock(time)} of ${speakClock(duration)}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
        point(event);
      }}
      onPointerMove={point}
      onPointerUp={(event) => {
        if (dragging) core.seek(point(event).fraction * duration);
        setDragging(false);
      }}
      onPointerCancel={() => setDragging(false)}
      onPointerLeave={() => setPointed(null)}
      className="group/seek relative flex h-6 cursor-pointer touch-none items-center rounded focus-visible:outline-[#2fd0bd]"
    >
      <div className="relative h-1 w-full overflow-hidden rounded-full bg-white/25 transition-[height] group-hover/seek:h-1.5 group-focus-visible/seek:h-1.5">
        <div className="absolute inset-y-0 left-0 bg-white/35" style={{ width: `${percentOf(bufferedTo)}%` }} />
        <div className="absolute inset-y-0 left-0 bg-[#2fd0bd]" style={{ width: `${percentOf(shown)}%` }} />
        {marks.map((at) => (
          <div key={at} data-mark="" className="absolute inset-y-0 w-[3px] -translate-x-1/2 bg-[#ffb454]" style={{ left: `${percentOf(at)}%` }} />
        ))}
      </div>
      <div
        className="absolute size-3.5 -translate-x-1/2 scale-0 rounded-full bg-white shadow transition-transform group-hover/seek:scale-100 group-focus-visible/seek:scale-100"
        style={{ left: `${percentOf(shown)}%` }}
      />
      {pointed && duration > 0 && (
        <SeekPreview {...pointed} seconds={pointed.fraction * duration} storyboard={storyboard} label={write(pointed.fraction * duration)} />
      )}
    </div>
  );
}
