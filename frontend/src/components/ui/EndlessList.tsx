import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '@/types';
import { ErrorState } from './ErrorState';
import { ListEnd } from './ListEnd';

interface EndlessListProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  className: string;
  label: string;
  skeleton: ReactNode;
  /** How many skeletons stand for the first answer. */
  skeletons?: number;
  empty: ReactNode;
  render: (item: T) => ReactNode;
}

/** A list with all its states: loading, error, empty, more to come, and the end. */
export function EndlessList<T extends { id: string }>({ query, className, label, skeleton, skeletons = 12, empty, render }: EndlessListProps<T>) {
  if (query.isPending) {
    return (
      <div role="status" aria-label={`Loading ${label}`} className={className}>
        {Array.from({ length: skeletons }, (_, i) => (
          <div key={i}>{skeleton}</div>
        ))}
      </div>
    );
  }
  if (query.data === undefined) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return empty;
  return (
    <>
      <ul aria-label={label} className={className}>
        {items.map((item) => (
          <li key={item.id} className="min-w-0">
            {render(item)}
          </li>
        ))}
      </ul>
      <ListEnd query={query} end={query.data.pages.length > 1 ? 'That is all of them.' : ''} />
    </>
  );
}
