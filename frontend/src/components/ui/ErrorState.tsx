import { RotateCw } from 'lucide-react';
import { sentenceOf } from '@/lib/api/errors';
import { Button } from './Button';
import { Notice } from './Notice';

export function ErrorState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <Notice
      kind="error"
      action={
        <Button kind="outline" onClick={onRetry}>
          <RotateCw aria-hidden="true" className="size-4" />
          Try again
        </Button>
      }
    >
      {sentenceOf(error)}
    </Notice>
  );
}
