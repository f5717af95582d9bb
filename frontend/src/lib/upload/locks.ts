/** Two tabs must not send the same file: the one that holds the lock does, the other waits until that tab is gone. */
export interface UploadLocks {
  /** Calls `held` once the lock is ours; the lock lasts until the promise it returns settles. */
  hold(id: string, held: () => Promise<void>): void;
}

export const browserLocks: UploadLocks = {
  hold(id, held) {
    // Missing on pages that are served without HTTPS.
    const manager = (navigator as { locks?: LockManager }).locks;
    if (manager) void manager.request(`upload:${id}`, held);
    else void held();
  },
};
