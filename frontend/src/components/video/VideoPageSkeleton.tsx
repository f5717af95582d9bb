import { Skeleton } from '@/components/ui/Skeleton';
import { stageClass } from './stageClass';
import { videoGridClass } from './videoGrid';

export function VideoPageSkeleton() {
  return (
    <div role="status" aria-label="Loading the video" className="mx-auto w-full max-w-[2240px] md:px-8 md:py-8">
      <div className={videoGridClass}>
        <div>
          <Skeleton className={stageClass} />
          <div className="px-4 pt-5 md:px-0">
            <Skeleton className="h-8 w-2/3" />
            <Skeleton className="mt-4 h-10 w-60" />
          </div>
        </div>
      </div>
    </div>
  );
}
