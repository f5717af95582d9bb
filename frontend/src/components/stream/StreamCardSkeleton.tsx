import { Skeleton } from '@/components/ui/Skeleton';

export function StreamCardSkeleton() {
  return (
    <div>
      <Skeleton className="aspect-video w-full rounded-xl" />
      <Skeleton className="mt-3 h-5 w-4/5" />
      <Skeleton className="mt-1.5 h-4 w-2/5" />
    </div>
  );
}
