import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { ReasonField, reasonOf } from './ReasonField';

interface ActFormProps {
  title: string;
  confirm: string;
  /** Asks whether what the person wrote goes as well. */
  asksForMessages?: boolean;
  disabled?: boolean;
  /** Something else than the reason has the focus first. */
  hasOwnFocus?: boolean;
  children?: ReactNode;
  onAct: (reason: string | null, removeMessages: boolean) => void;
  onClose: () => void;
}

/** Asks for what belongs to an act. Enter does it. */
export function ActForm({ title, confirm, asksForMessages = false, disabled = false, hasOwnFocus = false, children, onAct, onClose }: ActFormProps) {
  const [reason, setReason] = useState('');
  const [removeMessages, setRemoveMessages] = useState(false);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="grid grid-cols-1 gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          onAct(reasonOf(reason), removeMessages);
        }}
      >
        {children}
        {asksForMessages && (
          <label className="flex min-h-10 items-center gap-3">
            <input type="checkbox" checked={removeMessages} onChange={(e) => setRemoveMessages(e.target.checked)} className="size-4 accent-accent" />
            Also remove what they wrote so far
          </label>
        )}
        <ReasonField value={reason} onChange={setReason} first={!hasOwnFocus} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="danger" type="submit" disabled={disabled}>
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
