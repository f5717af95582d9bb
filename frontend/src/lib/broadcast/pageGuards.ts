import type { BroadcastPage } from './ports';

/** What the page watches and asks for only while it sends. */
export class PageGuards {
  readonly #page: BroadcastPage;
  readonly #hidden: (hidden: boolean) => void;
  readonly #online: () => void;
  #ends: (() => void)[] = [];

  constructor(page: BroadcastPage, hidden: (hidden: boolean) => void, online: () => void) {
    this.#page = page;
    this.#hidden = hidden;
    this.#online = online;
  }

  on(): void {
    if (this.#ends.length > 0) return;
    const page = this.#page;
    this.#ends = [page.warnBeforeLeaving(), page.keepAwake(), page.watchOnline(this.#online), page.watchHidden(this.#hidden)];
  }

  off(): void {
    for (const end of this.#ends) end();
    this.#ends = [];
  }
}
