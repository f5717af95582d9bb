import { Segments } from '@/components/ui/Segments';
import type { VideoSearch } from '@/lib/search';
import type { VideoStatus } from '@/types';

const owners = [['all', 'All'], ['mine', 'Mine']] as const;
const statuses = [['any', 'Any status'], ['ready', 'Ready'], ['processing', 'Processing'], ['uploading', 'Uploading'], ['failed', 'Failed']] as const;

interface VideoFiltersProps {
  search: VideoSearch;
  onChange: (search: VideoSearch) => void;
}

/** Everyone's or one's own; one's own by status. */
export function VideoFilters({ search, onChange }: VideoFiltersProps) {
  const text = search.q === undefined ? {} : { q: search.q };
  return (
    <>
      <Segments
        label="Whose videos"
        value={search.mine ? 'mine' : 'all'}
        options={owners}
        onChange={(owner) => onChange(owner === 'mine' ? { ...text, mine: true } : text)}
      />
      {search.mine && (
        <Segments<VideoStatus | 'any'>
          label="Status"
          value={search.status ?? 'any'}
          options={statuses}
          onChange={(status) => onChange({ ...text, mine: true, ...(status !== 'any' && { status }) })}
        />
      )}
    </>
  );
}
