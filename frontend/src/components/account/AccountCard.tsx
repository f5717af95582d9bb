import type { ReactNode } from 'react';
import { Page } from '@/components/layout/Page';

/** The frame of signing in and up. */
export function AccountCard({ title, children, footer }: { title: string; children: ReactNode; footer: ReactNode }) {
  return (
    <Page width="narrow">
      <div className="mx-auto mt-4 max-w-sm md:mt-16">
        <h1 className="mb-6 text-2xl font-semibold tracking-tight">{title}</h1>
        {children}
        <p className="mt-6 text-sm text-soft">{footer}</p>
      </div>
    </Page>
  );
}
