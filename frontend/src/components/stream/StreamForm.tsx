import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field, inputClass } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { visibilityHints, visibilityNames } from '@/components/video/visibility';
import type { StreamDraft } from '@/hooks/useSaveStream';
import { ApiError, sentenceOf } from '@/lib/api/errors';
import type { StreamDetails, StreamLatency, Visibility } from '@/types';
import { CoverPicker } from './CoverPicker';
import { ScheduleField } from './ScheduleField';

interface StreamFormProps {
  initial: StreamDetails;
  /** Address of the present cover. */
  cover: string | null;
  save: string;
  busy: boolean;
  error: unknown;
  onSave: (draft: StreamDraft) => void;
  onCancel?: () => void;
}

export const newStream: StreamDetails = { title: '', description: '', visibility: 'public', scheduledFor: null, record: true, latency: 'low' };

const visibilities: Visibility[] = ['public', 'unlisted', 'private'];
const latencies: Record<StreamLatency, [name: string, hint: string]> = {
  low: ['Low', 'Viewers are about a second behind.'],
  normal: ['Normal', 'Viewers are several seconds behind, and poor networks cope better.'],
};

/** What the owner says about a stream: the same when it is made and when it is edited. What was typed stays, whatever the server answers. */
export function StreamForm({ initial, cover, save, busy, error, onSave, onCancel }: StreamFormProps) {
  const [details, setDetails] = useState(initial);
  const [picture, setPicture] = useState<File | null>(null);
  const change = (patch: Partial<StreamDetails>) => setDetails((before) => ({ ...before, ...patch }));
  const fields = error instanceof ApiError ? error.fields : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSave({ details: { ...details, title: details.title.trim() }, cover: picture });
  };
  return (
    <form onSubmit={submit} className="grid gap-5">
      <Field label="Title" error={fields.title?.[0]}>
        {(control) => (
          <input {...control} required maxLength={200} value={details.title} className={inputClass} onChange={(e) => change({ title: e.target.value })} />
        )}
      </Field>
      <Field label="Description" error={fields.description?.[0]}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={5000}
            value={details.description}
            className={`${inputClass} field-sizing-content max-h-80 min-h-20`}
            onChange={(e) => change({ description: e.target.value })}
          />
        )}
      </Field>
      <CoverPicker present={cover} file={picture} onPick={setPicture} />
      <ScheduleField value={details.scheduledFor} error={fields.scheduledFor?.[0]} onChange={(scheduledFor) => change({ scheduledFor })} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="Who may watch" hint={visibilityHints[details.visibility]} error={fields.visibility?.[0]}>
          {(control) => (
            <select {...control} value={details.visibility} className={inputClass} onChange={(e) => change({ visibility: e.target.value as Visibility })}>
              {visibilities.map((visibility) => (
                <option key={visibility} value={visibility}>
                  {visibilityNames[visibility]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Delay" hint={latencies[details.latency][1]} error={fields.latency?.[0]}>
          {(control) => (
            <select {...control} value={details.latency} className={inputClass} onChange={(e) => change({ latency: e.target.value as StreamLatency })}>
              <option value="low">{latencies.low[0]}</option>
              <option value="normal">{latencies.normal[0]}</option>
            </select>
          )}
        </Field>
      </div>
      <label className="flex min-h-10 items-start gap-3">
        <input type="checkbox" checked={details.record} onChange={(e) => change({ record: e.target.checked })} className="mt-1 size-4 accent-accent" />
        <span>
          <span className="block text-sm font-medium">Record it</span>
          <span className="block text-sm text-faint">When it ends, the recording is a video of yours at once.</span>
        </span>
      </label>
      {error !== null && error !== undefined && <Notice kind="error">{sentenceOf(error)}</Notice>}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" busy={busy} disabled={details.title.trim() === ''}>
          {save}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}
