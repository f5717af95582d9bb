import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './IconButton';

interface DialogProps {
  title: string;
  onClose: () => void;
  /** For what is worked in, and changes its height: large, and all of a narrow screen. */
  wide?: boolean;
  children: ReactNode;
}

const sizes = {
  narrow: 'm-auto w-[calc(100%-2rem)] max-w-lg rounded-2xl border',
  wide:
    'm-auto h-[min(48rem,calc(100dvh-2rem))] w-[calc(100%-2rem)] max-w-3xl rounded-2xl border ' +
    'max-sm:m-0 max-sm:h-dvh max-sm:max-h-none max-sm:w-full max-sm:max-w-none max-sm:rounded-none max-sm:border-0',
};

/** A modal dialog; render it to open it. The browser keeps the focus inside and gives it back. `data-first-focus` marks what has it first. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    // Otherwise it is on what closes the dialog.
    dialog?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={`animate-rise border-line bg-surface p-0 text-text shadow-pop ${wide ? sizes.wide : sizes.narrow}`}
    >
      <div className={wide ? 'p-4 sm:p-6' : 'p-6'}>
        <div className="mb-4 flex items-start justify-between gap-4">
          <h2 id={titleId} className="text-lg font-semibold">
            {title}
          </h2>
          <IconButton label="Close" onClick={onClose} className="-mt-2 -mr-2">
            <X aria-hidden="true" className="size-5" />
          </IconButton>
        </div>
        {children}
      </div>
    </dialog>
  );
}
