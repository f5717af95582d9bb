import type { Still as StillData } from '@/lib/player/storyboard';

interface StillProps {
  still: StillData;
  /** The box to fill, in pixels. */
  width: number;
  height: number;
}

/** One still of a sprite, scaled to cover a box. */
export function Still({ still, width, height }: StillProps) {
  const scale = Math.max(width / still.width, height / still.height);
  return (
    <div className="absolute inset-0 overflow-hidden bg-black">
      <div
        className="absolute top-1/2 left-1/2"
        style={{
          width: still.width,
          height: still.height,
          backgroundImage: `url("${still.url}")`,
          backgroundPosition: `-${still.x}px -${still.y}px`,
          transform: `translate(-50%, -50%) scale(${scale})`,
        }}
      />
    </div>
  );
}
