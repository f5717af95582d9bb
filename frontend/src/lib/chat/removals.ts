import type { ChatMessage, ChatRemoval, ChatRestoration } from '@/types';

/** Removals that are kept for pages of history still on their way. Overflow policy: the oldest is forgotten; pages asked for since then know it. */
const most = 1_000;

/** What has been taken away and not given back. */
export class Removals {
  #all: ChatRemoval[] = [];
  /** Grows with everything given back: a page asked for before that may lack it. */
  restorations = 0;

  take(removed: readonly ChatRemoval[], restored: readonly ChatRestoration[]): void {
    if (removed.length > 0) this.#all = [...this.#all, ...removed].slice(-most);
    if (restored.length === 0) return;
    const undone = new Set(restored.map(({ undoes }) => undoes));
    this.#all = this.#all.filter(({ seq }) => !undone.has(seq));
    this.restorations += restored.length;
  }

  readonly covers = (message: ChatMessage): boolean => this.#all.some((removal) => covers(removal, message));

  clear(): void {
    this.#all = [];
  }
}

export function covers({ seq, message, userId }: ChatRemoval, { seq: number, userId: author }: ChatMessage): boolean {
  if (number >= seq) return false;
  return message !== null ? message === number : userId === null || userId === author;
}
