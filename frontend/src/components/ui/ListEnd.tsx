import { useEffect, useEffectEvent, useRef } from 'react';
import { Button } from './Button';
import { ErrorState } from './ErrorState';
import { Spinner } from './Spinner';

/** Asked for while this is still so many pixels below the screen. */
const ahead = '800px';

export interface EndlessQuery {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  error: unknown;
  fetchNextPage: () => unknown;
}

/** The foot of an endless list: loads more when it comes near, and says when there is no more. */
export function ListEnd({ query, end }: { query: EndlessQuery; end: string }) {
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage } = query;
  const ref = useRef<HTMLDivElement>(null);
  const waiting = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  const more = useEffectEvent(() => fetchNextPage());
  useEffect(() => {
    const foot = ref.current;
    if (!foot || !waiting) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more(), { rootMargin: ahead });
    observer.observe(foot);
    return () => observer.disconnect();
  }, [waiting]);
  if (!hasNextPage && end === '') return null;
  return (
    <div ref={ref} className="flex min-h-20 items-center justify-center py-6 text-sm text-faint">
      {isFetchNextPageError ? (
        <ErrorState error={error} onRetry={() => fetchNextPage()} />
      ) : isFetchingNextPage ? (
        <span role="status" className="flex items-center gap-2">
          <Spinner /> Loading more
        </span>
      ) : hasNextPage ? (
        <Button kind="outline" onClick={() => fetchNextPage()}>
          Load more
        </Button>
      ) : (
        end
      )}
    </div>
  );
}
