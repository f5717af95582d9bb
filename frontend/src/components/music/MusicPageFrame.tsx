import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NotFound } from '@/components/layout/NotFound';
import { Page } from '@/components/layout/Page';
import { ErrorState } from '@/components/ui/ErrorState';
import { Skeleton } from '@/components/ui/Skeleton';
import { isNotFound } from '@/lib/api/errors';

interface MusicPageFrameProps<T> {
  what: 'album' | 'track';
  query: UseQueryResult<T>;
  children: (item: T) => ReactNode;
}

/** The page of one album or track in all its states. */
export function MusicPageFrame<T>({ what, query, children }: MusicPageFrameProps<T>) {
  if (query.isPending) {
    return (
      <Page width="wide">
        <div role="status" aria-label={`Loading the ${what}`} className="flex flex-col gap-6 sm:flex-row sm:items-end">
          <Skeleton className={`shrink-0 rounded-2xl ${what === 'album' ? 'aspect-square w-40 md:w-52' : 'size-28'}`} />
          <div className="flex-1">
            <Skeleton className="h-9 w-2/3" />
            <Skeleton className="mt-3 h-5 w-1/3" />
          </div>
        </div>
      </Page>
    );
  }
  if (isNotFound(query.error)) return <NotFound what={what} />;
  if (query.data === undefined) {
    return (
      <Page width="narrow">
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  return <Page width="wide">{children(query.data)}</Page>;
}
