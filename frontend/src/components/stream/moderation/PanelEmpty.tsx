import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** A part of the moderation area that has nothing to show. */
export function PanelEmpty({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children?: ReactNode }) {
  return (
    <div className="flex flex-col items-center rounded-xl border border-dashed border-line px-4 py-10 text-center">
      <Icon aria-hidden="true" className="mb-3 size-6 text-faint" />
      <p className="font-medium">{title}</p>
      {children !== undefined && <p className="mt-1 max-w-sm text-sm text-soft">{children}</p>}
    </div>
  );
}
