import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { changePassword, claimOperator, getMe, login, logout, register, updateMe } from '@/lib/api/account';
import { liveHub } from '@/lib/live/liveConnection';
import { keys } from '@/lib/queryKeys';

/** Who is signed in: `undefined` until known, then an account or null. */
export function useMe() {
  return useQuery({ queryKey: keys.me, queryFn: ({ signal }) => getMe(signal), staleTime: 60_000 });
}

interface Credentials {
  email: string;
  password: string;
}

export function useSignInMutation() {
  const accountChanged = useAccountChanged();
  return useMutation({
    mutationFn: ({ email, password }: Credentials) => login(email, password),
    onSuccess: accountChanged,
  });
}

export function useSignUpMutation() {
  const accountChanged = useAccountChanged();
  return useMutation({
    mutationFn: async ({ email, password, displayName }: Credentials & { displayName: string }) => {
      await register(email, password, displayName);
      await login(email, password);
    },
    onSuccess: accountChanged,
  });
}

export function useSignOutMutation() {
  const accountChanged = useAccountChanged();
  return useMutation({ mutationFn: logout, onSuccess: accountChanged });
}

export function useUpdateMeMutation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: updateMe,
    onSuccess: () => {
      // The chat writes under the name that its connection began with.
      void liveHub.reconnect();
      return client.invalidateQueries();
    },
  });
}

export function useChangePasswordMutation() {
  return useMutation({
    mutationFn: ({ current, next }: { current: string; next: string }) => changePassword(current, next),
  });
}

export function useClaimOperatorMutation() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: claimOperator,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.me }),
  });
}

/** What was cached for one account must not be seen by the next. */
function useAccountChanged(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    const me = await getMe();
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me', type: 'inactive' });
    client.setQueryData(keys.me, me);
    void liveHub.restart();
    await client.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
  };
}
