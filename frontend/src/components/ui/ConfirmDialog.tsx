import type { ReactNode } from 'react';
import { sentenceOf } from '@/lib/api/errors';
import { Button } from './Button';
import type { ButtonKind } from './buttonClass';
import { Dialog } from './Dialog';
import { Notice } from './Notice';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  confirm: string;
  /** Says no. */
  keep?: string;
  kind?: ButtonKind;
  busy?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone, or that others see. */
export function ConfirmDialog({ title, children, confirm, keep = 'Keep it', kind = 'danger', busy = false, error, onConfirm, onClose }: ConfirmDialogProps) {
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
        <Button kind="quiet" onClick={onClose} data-first-focus>
          {keep}
        </Button>
        <Button kind={kind} busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
