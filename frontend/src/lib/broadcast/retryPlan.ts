import { graceMs, pauseMs } from './backoff';
import type { Clock } from './ports';

const steadyMs = 10_000;

/** When to try again after a break, and when to stop trying: the server gives a lost encoder a minute. */
export class RetryPlan {
  readonly #clock: Clock;
  #lostAt: number | null = null;
  #acceptedAt: number | null = null;
  #attempt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  accepted(): void {
    this.#acceptedAt = this.#clock.now();
    this.#lostAt = null;
  }

  /** Answers when the next attempt is due and when the last one may be, or null when it is too late. */
  next(): { retryAt: number; giveUpAt: number } | null {
    const now = this.#clock.now();
    // A connection that breaks as soon as it stands does not start the pauses anew.
    if (this.#acceptedAt !== null && now - this.#acceptedAt >= steadyMs) this.#attempt = 0;
    this.#acceptedAt = null;
    this.#lostAt ??= now;
    this.#attempt += 1;
    const retryAt = now + pauseMs(this.#attempt, this.#clock.random());
    const giveUpAt = this.#lostAt + graceMs;
    return retryAt > giveUpAt ? null : { retryAt, giveUpAt };
  }
}
