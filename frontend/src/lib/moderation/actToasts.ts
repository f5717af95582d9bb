import { Store } from '@/lib/store';
import type { ModerationAct } from './acts';

/** What a moderator is told after an act. */
export interface ActToast {
  id: number;
  streamId: string;
  sentence: string;
  /** What takes it back; null where nothing does. */
  undo: ModerationAct | null;
  /** What to try again; null unless it failed in a way that may pass. */
  again: ModerationAct | null;
  failed: boolean;
}

/** At most so many; the oldest goes. Acts stay in the log, where they can be taken back as well. */
const most = 3;
const doneMs = 10_000;
/** A failure wants to be read, and perhaps tried again. */
const failedMs = 20_000;

/** The last acts of this page, each for some seconds; while somebody is at them, they stay. */
export class ActToasts {
  readonly shown = new Store<readonly ActToast[]>([]);
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  #next = 1;
  #held = false;

  add(toast: Omit<ActToast, 'id'>): void {
    const id = this.#next++;
    const before = this.shown.getSnapshot();
    // What can only be read makes room for what is newer.
    const kept = [...before.filter(({ undo, again }) => undo !== null || again !== null), { ...toast, id }].slice(-most);
    for (const old of before) if (!kept.includes(old)) this.#stop(old.id);
    this.shown.set(kept);
    if (!this.#held) this.#start(id, toast.failed);
  }

  readonly remove = (id: number): void => {
    this.#stop(id);
    this.shown.set(this.shown.getSnapshot().filter((toast) => toast.id !== id));
  };

  /** An act was taken back elsewhere: it is not offered here any more. */
  takenBack(auditId: string): void {
    for (const { id, undo } of this.shown.getSnapshot()) if (undo?.kind === 'undo' && undo.auditId === auditId) this.remove(id);
  }

  /** The newest one of a stream that can be taken back. */
  undoable(streamId: string): ActToast | null {
    return this.shown.getSnapshot().findLast((toast) => toast.streamId === streamId && toast.undo !== null) ?? null;
  }

  /** Pointer or focus are on them: none goes away. */
  readonly hold = (): void => {
    this.#held = true;
    for (const id of [...this.#timers.keys()]) this.#stop(id);
  };

  readonly release = (): void => {
    if (!this.#held) return;
    this.#held = false;
    for (const { id, failed } of this.shown.getSnapshot()) this.#start(id, failed);
  };

  #start(id: number, failed: boolean): void {
    this.#timers.set(id, setTimeout(() => this.remove(id), failed ? failedMs : doneMs));
  }

  #stop(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}

export const actToasts = new ActToasts();
