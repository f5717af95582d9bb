import { Skeleton } from '@/components/ui/Skeleton';

export function DashboardSkeleton() {
  return (
    <div role="status" aria-label="Loading the dashboard">
      <Skeleton className="mb-6 h-10 w-64 max-w-full" />
      <div className="grid gap-4 md:gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Skeleton className="aspect-video w-full rounded-2xl" />
        <Skeleton className="h-72 rounded-2xl xl:h-auto" />
      </div>
    </div>
  );
}
