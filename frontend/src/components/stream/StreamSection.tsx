import { useId, type ReactNode } from 'react';
import { EndlessList } from '@/components/ui/EndlessList';
import { useStreamsQuery } from '@/hooks/useStreams';
import type { StreamFilter } from '@/lib/api/streams';
import type { Stream } from '@/types';
import { StreamCardSkeleton } from './StreamCardSkeleton';

const gridClass = 'grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-5 gap-y-8 3xl:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]';

interface StreamSectionProps {
  title: string;
  status: NonNullable<StreamFilter['status']>;
  skeletons: number;
  /** A sentence for when there is none. */
  empty: string;
  render: (stream: Stream) => ReactNode;
}

/** One of the lists of all public streams. */
export function StreamSection({ title, status, skeletons, empty, render }: StreamSectionProps) {
  const id = useId();
  const query = useStreamsQuery({ status });
  return (
    <section aria-labelledby={id} className="mb-12">
      <h2 id={id} className="mb-4 text-lg font-semibold">
        {title}
      </h2>
      <EndlessList
        query={query}
        label={title}
        className={gridClass}
        skeleton={<StreamCardSkeleton />}
        skeletons={skeletons}
        empty={<p className="rounded-xl border border-dashed border-line px-5 py-6 text-soft">{empty}</p>}
        render={render}
      />
    </section>
  );
}
