import type { ReactNode } from 'react';

const widths = { full: 'max-w-[2400px]', wide: 'max-w-[1920px]', medium: 'max-w-5xl', narrow: 'max-w-2xl' };

/** The frame of every page; `narrow` for forms and texts. */
export function Page({ width = 'full', children }: { width?: keyof typeof widths; children: ReactNode }) {
  return <div className={`mx-auto w-full ${widths[width]} px-4 py-6 md:px-8 md:py-8`}>{children}</div>;
}
