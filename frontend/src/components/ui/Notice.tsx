import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';

interface NoticeProps {
  kind?: 'info' | 'error';
  children: ReactNode;
  action?: ReactNode;
}

export function Notice({ kind = 'info', children, action }: NoticeProps) {
  const Icon = kind === 'error' ? CircleAlert : Info;
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border bg-surface px-4 py-3 text-sm ${kind === 'error' ? 'border-danger/50' : 'border-line'}`}
    >
      <Icon aria-hidden="true" className={`size-5 shrink-0 ${kind === 'error' ? 'text-danger' : 'text-accent-text'}`} />
      <div className="min-w-0 flex-1 basis-48 text-text">{children}</div>
      {action}
    </div>
  );
}
