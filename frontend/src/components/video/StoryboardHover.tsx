import type { HoverPlace } from '@/hooks/useHoverPlace';
import { useStoryboard } from '@/hooks/useStoryboard';
import { stillAt } from '@/lib/player/storyboard';
import { Still } from './Still';

interface StoryboardHoverProps {
  address: string;
  /** Seconds. */
  duration: number;
  place: HoverPlace;
}

/** Moving the mouse across a thumbnail looks through the video. */
export function StoryboardHover({ address, duration, place }: StoryboardHoverProps) {
  const still = stillAt(useStoryboard(address), place.at * duration);
  if (!still) return null;
  return (
    <div aria-hidden="true" className="absolute inset-0">
      <Still still={still} width={place.width} height={(place.width * 9) / 16} />
      <div className="absolute inset-x-0 bottom-0 h-[3px] bg-black/50">
        <div className="h-full bg-white" style={{ width: `${place.at * 100}%` }} />
      </div>
    </div>
  );
}
