import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { getMe } from './api/account';
import { keys } from './queryKeys';

/** For `beforeLoad` of pages that need an account: the others sign in first and come back. */
export async function requireAccount(client: QueryClient, href: string): Promise<void> {
  const me = await client.query({ queryKey: keys.me, queryFn: () => getMe(), staleTime: 'static' });
  if (me === null) throw redirect({ to: '/account/sign-in', search: { next: href } });
}
