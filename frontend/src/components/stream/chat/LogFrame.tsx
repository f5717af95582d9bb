import type { ComponentProps, ReactNode } from 'react';

interface LogFrameProps extends Omit<ComponentProps<'div'>, 'role' | 'className'> {
  label: string;
  /** Stands over the messages. */
  over: ReactNode;
}

/** A list of messages that scrolls, as high as its column has room. What comes is read out elsewhere, at the pace of speech. */
export function LogFrame({ label, over, ...log }: LogFrameProps) {
  return (
    <div className="relative min-h-0 flex-1">
      <div
        {...log}
        role="log"
        aria-live="off"
        aria-label={label}
        tabIndex={0}
        className="h-full overflow-x-hidden overflow-y-auto overscroll-contain pt-3 pb-2 text-sm leading-[1.45] -outline-offset-2"
      />
      {over}
    </div>
  );
}

/** Says something between messages. */
export function LogLine({ children }: { children: ReactNode }) {
  return <p className="flex min-h-9 flex-wrap items-center justify-center gap-x-2 px-4 text-center text-xs text-faint">{children}</p>;
}
