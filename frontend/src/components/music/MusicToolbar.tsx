import { SearchField } from '@/components/ui/SearchField';
import { Segments } from '@/components/ui/Segments';
import type { ListSearch } from '@/lib/search';

interface MusicToolbarProps {
  label: string;
  search: ListSearch;
  signedIn: boolean;
  onChange: (search: ListSearch) => void;
}

const owners = [['all', 'All'], ['mine', 'Mine']] as const;

export function MusicToolbar({ label, search, signedIn, onChange }: MusicToolbarProps) {
  const mine = search.mine ? { mine: true as const } : {};
  const text = search.q === undefined ? {} : { q: search.q };
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3">
      <SearchField label={label} value={search.q ?? ''} onSearch={(q) => onChange({ ...mine, ...(q !== '' && { q }) })} />
      {signedIn && (
        <Segments
          label="Whose"
          value={search.mine ? 'mine' : 'all'}
          options={owners}
          onChange={(owner) => onChange({ ...text, ...(owner === 'mine' && { mine: true as const }) })}
        />
      )}
    </div>
  );
}
