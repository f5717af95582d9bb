import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { useUpdateVideoMutation } from '@/hooks/useVideos';
import { ApiError, sentenceOf } from '@/lib/api/errors';
import type { Video, VideoDetails } from '@/types';
import { VideoFields } from './VideoFields';

export function VideoEditForm({ video, onDone }: { video: Video; onDone: () => void }) {
  const { title, description, visibility, trackId, albumId } = video;
  const [details, setDetails] = useState<VideoDetails>({ title, description, visibility, trackId, albumId });
  const update = useUpdateVideoMutation(video.id);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    update.mutate({ ...details, title: details.title.trim() }, { onSuccess: onDone });
  };
  return (
    <form onSubmit={save} className="max-w-3xl">
      <h1 className="mb-4 text-xl font-semibold tracking-tight">Edit video</h1>
      <VideoFields
        value={details}
        onChange={(patch) => setDetails((before) => ({ ...before, ...patch }))}
        errors={update.error instanceof ApiError ? update.error.fields : {}}
      />
      {update.isError && (
        <div className="mt-4">
          <Notice kind="error">{sentenceOf(update.error)}</Notice>
        </div>
      )}
      <div className="mt-6 flex gap-2">
        <Button type="submit" busy={update.isPending} disabled={details.title.trim() === ''}>
          Save
        </Button>
        <Button kind="quiet" onClick={onDone}>
          Discard
        </Button>
      </div>
    </form>
  );
}
