import { createFileRoute } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '@/components/layout/Page';
import { Notice } from '@/components/ui/Notice';
import { PageHeader } from '@/components/ui/PageHeader';
import { DropZone } from '@/components/upload/DropZone';
import { UploadList } from '@/components/upload/UploadList';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useUploads } from '@/hooks/useUploads';
import { useUploadVideoMutation } from '@/hooks/useVideos';
import { requireAccount } from '@/lib/requireAccount';
import { readText } from '@/lib/search';
import { rememberedVisibility } from '@/lib/upload/rememberedVisibility';
import type { PickedFile } from '@/lib/upload/uploadQueue';

export const Route = createFileRoute('/videos/upload')({
  validateSearch: ({ albumId, trackId }: Record<string, unknown>): { albumId?: string | undefined; trackId?: string | undefined } => ({
    albumId: readText(albumId),
    trackId: readText(trackId),
  }),
  beforeLoad: ({ context, location }) => requireAccount(context.queryClient, location.href),
  component: UploadPage,
});

function UploadPage() {
  useDocumentTitle('Upload');
  const { albumId = null, trackId = null } = Route.useSearch();
  const items = useUploads();
  const upload = useUploadVideoMutation();
  const [refused, setRefused] = useState<string[]>([]);
  const onFiles = (files: PickedFile[]) => {
    const defaults = { visibility: rememberedVisibility(), albumId, trackId };
    upload.mutate({ files, defaults }, { onSuccess: setRefused });
  };
  return (
    <Page width="medium">
      <PageHeader title="Upload" />
      <DropZone compact={items.length > 0} onFiles={onFiles} />
      {refused.length > 0 && (
        <div className="mt-4">
          <Notice kind="error">
            {refused.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        </div>
      )}
      <UploadList items={items} />
    </Page>
  );
}
