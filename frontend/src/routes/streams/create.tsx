import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { Page } from '@/components/layout/Page';
import { newStream, StreamForm } from '@/components/stream/StreamForm';
import { PageHeader } from '@/components/ui/PageHeader';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { useSaveStreamMutation } from '@/hooks/useSaveStream';
import { requireAccount } from '@/lib/requireAccount';

export const Route = createFileRoute('/streams/create')({
  beforeLoad: ({ context, location }) => requireAccount(context.queryClient, location.href),
  component: CreatePage,
});

function CreatePage() {
  useDocumentTitle('New stream');
  const navigate = useNavigate();
  const save = useSaveStreamMutation(null);
  return (
    <Page width="narrow">
      <PageHeader title="New stream" />
      <StreamForm
        initial={newStream}
        cover={null}
        save="Create the stream"
        busy={save.isPending}
        error={save.error}
        onSave={(draft) =>
          save.mutate(draft, { onSuccess: ({ id }) => void navigate({ to: '/streams/$streamId/broadcast', params: { streamId: id } }) })
        }
        onCancel={() => void navigate({ to: '/streams' })}
      />
    </Page>
  );
}
