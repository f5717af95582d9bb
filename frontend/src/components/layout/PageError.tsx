import { useRouter } from '@tanstack/react-router';
import { ErrorState } from '@/components/ui/ErrorState';
import { Page } from './Page';

export function PageError({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page width="narrow">
      <h1 className="sr-only">Error</h1>
      <ErrorState error={error} onRetry={retry} />
    </Page>
  );
}
