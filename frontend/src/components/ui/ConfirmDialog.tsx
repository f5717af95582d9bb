import type { ReactNode } from 'react';
import { sentenceOf } from '@/lib/api/errors';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  confirm: string;
  busy?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ title, children, confirm, busy = false, error, onConfirm, onClose }: ConfirmDialogProps) {
  const failed = error !== undefined && error !== null;
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="text-soft">{children}</div>
      {failed && (
        <div className="mt-4">
          <Notice kind="error">{sentenceOf(error)}</Notice>
        </div>
      )}
      <div className="mt-6 flex flex-wrap justify-end gap-2">
        <Button kind="quiet" onClick={onClose} autoFocus>
          Keep it
        </Button>
        <Button kind="danger" busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
