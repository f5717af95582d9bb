import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';

/** Renders what asks the API, with a cache of its own. */
export function renderWithClient(children: ReactNode): RenderResult {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  return render(<QueryClientProvider client={client}>{children}</QueryClientProvider>);
}

interface Call {
  method: string;
  path: string;
}

/** A server that answers each `METHOD /path` with what is given for it, and remembers what it was asked. */
export function stubApi(answers: Record<string, { status?: number; body: unknown }>): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', (path: string, { method }: { method: string }) => {
    calls.push({ method, path });
    const answer = answers[`${method} ${path}`];
    return Promise.resolve(new Response(JSON.stringify(answer?.body ?? {}), { status: answer ? (answer.status ?? 200) : 404 }));
  });
  return calls;
}
