import { useSyncExternalStore } from 'react';
import type { Store } from '@/lib/store';

/** The present value of a store, and a new rendering whenever it changes. */
export function useStore<S>(store: Store<S>): S {
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}
