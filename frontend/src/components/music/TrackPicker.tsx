import { useState } from 'react';
import { useDebounced } from '@/hooks/useDebounced';
import { useCreateTrackMutation, useTrackQuery, useTracksQuery } from '@/hooks/useTracks';
import { sentenceOf } from '@/lib/api/errors';
import type { Track } from '@/types';
import { Picker } from './Picker';

interface TrackPickerProps {
  value: string | null;
  /** The album that a new track is put on. */
  albumId: string | null;
  onChange: (track: Track | null) => void;
}

/** Chooses among one's own tracks. */
export function TrackPicker({ value, albumId, onChange }: TrackPickerProps) {
  const [text, setText] = useState('');
  const tracks = useTracksQuery({ owner: 'me', q: useDebounced(text.trim()) || undefined });
  const chosen = useTrackQuery(value);
  const create = useCreateTrackMutation();
  const options = tracks.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Picker
      label="Track"
      chosen={value === null ? null : { id: value, title: chosen.data?.title ?? '…' }}
      options={options}
      loading={tracks.isPending}
      text={text}
      onText={setText}
      onChoose={(option) => onChange(options.find(({ id }) => id === option?.id) ?? null)}
      onCreate={(title) => create.mutate({ title, description: '', albumId, position: null }, { onSuccess: onChange })}
      problem={create.isError ? sentenceOf(create.error) : undefined}
    />
  );
}
