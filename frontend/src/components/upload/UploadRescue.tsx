import { useRef, type ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { Notice } from '@/components/ui/Notice';
import { acceptedFiles, pickWithHandles } from '@/lib/upload/pickFiles';
import type { UploadItem, UploadSnapshot } from '@/lib/upload/uploadItem';
import { uploads } from '@/lib/upload/uploads';

/** What the person must do before an upload can go on. */
export function UploadRescue({ item, upload }: { item: UploadItem; upload: UploadSnapshot }) {
  const { phase, problem, fileName } = upload;
  if (phase === 'needs-permission') {
    return (
      <Rescue
        sentence={`The browser needs your permission to read “${fileName}” again. What has arrived is kept.`}
        action={<Button kind="outline" onClick={() => void uploads.allowReading(item)}>Continue</Button>}
      />
    );
  }
  if (phase === 'needs-file') {
    const sentence = problem ?? `To continue, pick “${fileName}” again: after a reload the browser no longer gives access to it. What has arrived is kept.`;
    return <Rescue sentence={sentence} action={<PickAgain item={item} />} />;
  }
  if (phase === 'failed') {
    return (
      <Rescue
        sentence={problem ?? 'The upload stopped.'}
        action={<Button kind="outline" onClick={() => uploads.resume(item)}>Try again</Button>}
      />
    );
  }
  return null;
}

function Rescue({ sentence, action }: { sentence: string; action: ReactNode }) {
  return (
    <div className="mt-3">
      <Notice kind="error" action={action}>
        {sentence}
      </Notice>
    </div>
  );
}

function PickAgain({ item }: { item: UploadItem }) {
  const input = useRef<HTMLInputElement>(null);
  const pick = async () => {
    const picked = await pickWithHandles(false);
    if (picked === null) input.current?.click();
    else if (picked[0]) uploads.giveFile(item, picked[0]);
  };
  return (
    <>
      <Button kind="outline" onClick={() => void pick()}>
        Pick the file
      </Button>
      <input
        ref={input}
        type="file"
        accept={acceptedFiles}
        aria-label="The same file again"
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file) uploads.giveFile(item, { file, handle: null });
        }}
      />
    </>
  );
}
