import { AlbumPicker } from '@/components/music/AlbumPicker';
import { TrackPicker } from '@/components/music/TrackPicker';
import { Field, inputClass } from '@/components/ui/Field';
import type { VideoDetails, Visibility } from '@/types';
import { visibilityHints, visibilityNames } from './visibility';

interface VideoFieldsProps {
  value: VideoDetails;
  onChange: (patch: Partial<VideoDetails>) => void;
  /** Messages by field name. */
  errors?: Record<string, string[]>;
}

const visibilities: Visibility[] = ['private', 'unlisted', 'public'];

/** What an artist says about a video: the same on the upload page and when editing. */
export function VideoFields({ value, onChange, errors = {} }: VideoFieldsProps) {
  const titleError = value.title.trim() === '' ? 'A video needs a title.' : errors.title?.[0];
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label="Title" error={titleError} className="sm:col-span-2">
        {(control) => (
          <input {...control} required maxLength={200} value={value.title} className={inputClass} onChange={(e) => onChange({ title: e.target.value })} />
        )}
      </Field>
      <Field label="Description" error={errors.description?.[0]} className="sm:col-span-2">
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={5000}
            value={value.description}
            className={`${inputClass} field-sizing-content max-h-80 min-h-20`}
            onChange={(e) => onChange({ description: e.target.value })}
          />
        )}
      </Field>
      <AlbumPicker value={value.albumId} onChange={(albumId) => onChange({ albumId })} />
      <TrackPicker
        value={value.trackId}
        albumId={value.albumId}
        onChange={(track) => onChange({ trackId: track?.id ?? null, ...(track?.albumId && !value.albumId && { albumId: track.albumId }) })}
      />
      <Field label="Who may watch" hint={visibilityHints[value.visibility]} className="sm:col-span-2">
        {(control) => (
          <select
            {...control}
            value={value.visibility}
            className={inputClass}
            onChange={(e) => onChange({ visibility: e.target.value as Visibility })}
          >
            {visibilities.map((visibility) => (
              <option key={visibility} value={visibility}>
                {visibilityNames[visibility]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
