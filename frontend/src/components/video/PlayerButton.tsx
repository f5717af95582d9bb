import type { ComponentProps } from 'react';

interface PlayerButtonProps extends ComponentProps<'button'> {
  label: string;
  /** The key that does the same. */
  shortcut?: string;
}

export function PlayerButton({ label, shortcut, className = '', ...rest }: PlayerButtonProps) {
  return (
    <button
      {...rest}
      type="button"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      title={shortcut === undefined ? label : `${label} (${shortcut})`}
      className={`inline-flex size-10 shrink-0 items-center justify-center rounded-lg text-white transition-colors hover:bg-white/15 focus-visible:outline-[#2fd0bd] ${className}`}
    />
  );
}
