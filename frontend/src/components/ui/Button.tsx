import type { ComponentProps } from 'react';
import { buttonClass, type ButtonKind } from './buttonClass';
import { Spinner } from './Spinner';

interface ButtonProps extends ComponentProps<'button'> {
  kind?: ButtonKind;
  /** Shows that it works, and takes no second press. */
  busy?: boolean;
}

export function Button({ kind = 'primary', busy = false, className = '', children, disabled, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} disabled={disabled === true || busy} aria-busy={busy || undefined} className={buttonClass(kind, className)}>
      {busy && <Spinner />}
      {children}
    </button>
  );
}
