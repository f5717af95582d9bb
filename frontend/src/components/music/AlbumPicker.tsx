import { useState } from 'react';
import { useAlbumQuery, useAlbumsQuery, useCreateAlbumMutation } from '@/hooks/useAlbums';
import { useDebounced } from '@/hooks/useDebounced';
import { sentenceOf } from '@/lib/api/errors';
import { Picker } from './Picker';

interface AlbumPickerProps {
  value: string | null;
  onChange: (albumId: string | null) => void;
}

/** Chooses among one's own albums. */
export function AlbumPicker({ value, onChange }: AlbumPickerProps) {
  const [text, setText] = useState('');
  const albums = useAlbumsQuery({ owner: 'me', q: useDebounced(text.trim()) || undefined });
  const chosen = useAlbumQuery(value);
  const create = useCreateAlbumMutation();
  return (
    <Picker
      label="Album"
      chosen={value === null ? null : { id: value, title: chosen.data?.title ?? '…' }}
      options={albums.data?.pages.flatMap((page) => page.items) ?? []}
      loading={albums.isPending}
      text={text}
      onText={setText}
      onChoose={(option) => onChange(option?.id ?? null)}
      onCreate={(title) => create.mutate({ title, description: '', releasedOn: null }, { onSuccess: ({ id }) => onChange(id) })}
      problem={create.isError ? sentenceOf(create.error) : undefined}
    />
  );
}
