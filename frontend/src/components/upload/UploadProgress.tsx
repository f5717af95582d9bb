import { ProgressBar } from '@/components/ui/ProgressBar';
import type { UploadItem, UploadSnapshot } from '@/lib/upload/uploadItem';
import { UploadRescue } from './UploadRescue';
import { uploadSentence } from './uploadSentence';

/** The bytes of a file on their way. */
export function UploadProgress({ item, upload }: { item: UploadItem; upload: UploadSnapshot }) {
  const percent = upload.size > 0 ? (upload.sentBytes / upload.size) * 100 : 0;
  return (
    <div className="mt-4">
      <ProgressBar label={`Upload of ${upload.fileName}`} percent={percent} />
      <div className="mt-2 flex min-h-5 justify-between gap-4 text-sm text-soft tabular-nums">
        <span>{uploadSentence(upload)}</span>
        <span className="shrink-0">{Math.floor(percent)} %</span>
      </div>
      <UploadRescue item={item} upload={upload} />
    </div>
  );
}
