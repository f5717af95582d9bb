import { Skeleton } from '@/components/ui/Skeleton';
import { stageClass } from '@/components/video/stageClass';
import { chatPlaceClass, chatSizeClass, watchGridClass } from './watchGrid';

export function StreamPageSkeleton() {
  return (
    <div role="status" aria-label="Loading the stream" className="mx-auto w-full max-w-[2240px] md:px-8 md:py-8">
      <div className={watchGridClass}>
        <Skeleton className={stageClass} />
        <div className={chatPlaceClass}>
          <Skeleton className={chatSizeClass} />
        </div>
        <div className="px-4 pt-5 md:px-0">
          <Skeleton className="h-8 w-2/3" />
          <Skeleton className="mt-4 h-10 w-60" />
        </div>
      </div>
    </div>
  );
}
