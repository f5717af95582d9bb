import { backoffMs } from './backoff';

/** Attempts after a break: pauses that grow and differ from viewer to viewer, so that thousands do not come back at once. */
export class Reconnects {
  readonly #random: () => number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Since something arrived. */
  get failures(): number {
    return this.#failures;
  }

  later(attempt: () => void): void {
    this.cancel();
    this.#failures += 1;
    this.#timer = setTimeout(attempt, backoffMs(this.#failures, this.#random()));
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  reset(): void {
    this.cancel();
    this.#failures = 0;
  }
}
