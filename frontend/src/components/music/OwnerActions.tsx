import { Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';

interface OwnerActionsProps {
  what: 'album' | 'track';
  warning: ReactNode;
  deleting: boolean;
  error: unknown;
  onEdit: () => void;
  onDelete: () => void;
}

export function OwnerActions({ what, warning, deleting, error, onEdit, onDelete }: OwnerActionsProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="outline" onClick={onEdit}>
        <Pencil aria-hidden="true" className="size-4" />
        Edit
      </Button>
      <Button kind="outline" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden="true" className="size-4" />
        Delete
      </Button>
      {asking && (
        <ConfirmDialog
          title={`Delete this ${what}?`}
          confirm={`Delete the ${what}`}
          busy={deleting}
          error={error}
          onConfirm={onDelete}
          onClose={() => setAsking(false)}
        >
          {warning}
        </ConfirmDialog>
      )}
    </>
  );
}
