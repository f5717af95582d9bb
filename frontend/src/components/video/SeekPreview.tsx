import { useStoryboard } from '@/hooks/useStoryboard';
import { stillAt } from '@/lib/player/storyboard';
import { Still } from './Still';

const previewWidth = 168;

interface SeekPreviewProps {
  fraction: number;
  /** Of the bar, in pixels. */
  width: number;
  seconds: number;
  label: string;
  storyboard: string | null;
}

/** What is to be seen at the place under the pointer. */
export function SeekPreview({ fraction, width, seconds, label, storyboard }: SeekPreviewProps) {
  const still = stillAt(useStoryboard(storyboard), seconds);
  const half = still ? previewWidth / 2 : 28;
  const center = Math.min(Math.max(fraction * width, half), Math.max(half, width - half));
  const height = still ? (previewWidth * still.height) / still.width : 0;
  return (
    <div aria-hidden="true" className="pointer-events-none absolute bottom-7 flex -translate-x-1/2 flex-col items-center gap-1.5" style={{ left: center }}>
      {still && (
        <div className="relative overflow-hidden rounded-lg shadow-pop ring-1 ring-white/25" style={{ width: previewWidth, height }}>
          <Still still={still} width={previewWidth} height={height} />
        </div>
      )}
      <span className="rounded-md bg-black/80 px-1.5 py-0.5 text-xs font-medium tabular-nums">{label}</span>
    </div>
  );
}
