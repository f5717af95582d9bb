import { RotateCw } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { useRetryVideoMutation } from '@/hooks/useVideos';
import { sentenceOf } from '@/lib/api/errors';
import type { Video } from '@/types';

export function VideoFailureNotice({ video }: { video: Video }) {
  const retry = useRetryVideoMutation(video.id);
  const mayRetry = video.mine && video.failure?.retryable !== false;
  return (
    <div className="mx-4 mt-4 md:mx-0">
      <Notice
        kind="error"
        action={
          mayRetry && (
            <Button kind="outline" busy={retry.isPending} onClick={() => retry.mutate()}>
              <RotateCw aria-hidden="true" className="size-4" />
              Try again
            </Button>
          )
        }
      >
        <p>{video.failure?.reason ?? 'The video could not be prepared.'}</p>
        {retry.isError && <p className="mt-1 text-danger">{sentenceOf(retry.error)}</p>}
      </Notice>
    </div>
  );
}
