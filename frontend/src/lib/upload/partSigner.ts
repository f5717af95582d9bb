import type { SignedPart } from '@/types';
import type { Timers } from './timers';

const batchSize = 16;
/** An address is not begun with when it stops working so soon. */
const marginMs = 60_000;

export type SignParts = (numbers: number[], signal: AbortSignal) => Promise<SignedPart[]>;

/** Keeps signed addresses for the parts to come, asking for a batch at a time. */
export class PartSigner {
  readonly #sign: SignParts;
  readonly #timers: Timers;
  readonly #pending: Set<number>;
  readonly #known = new Map<number, { url: string; until: number }>();
  #asking: Promise<void> | null = null;

  constructor(numbers: number[], sign: SignParts, timers: Timers) {
    this.#pending = new Set(numbers);
    this.#sign = sign;
    this.#timers = timers;
  }

  async urlFor(number: number, signal: AbortSignal): Promise<string> {
    for (;;) {
      const known = this.#known.get(number);
      if (known && known.until > this.#timers.now()) return known.url;
      this.#asking ??= this.#ask(number, signal).finally(() => {
        this.#asking = null;
      });
      await this.#asking;
    }
  }

  /** The address did not work. */
  forget(number: number): void {
    this.#known.delete(number);
  }

  done(number: number): void {
    this.#pending.delete(number);
    this.#known.delete(number);
  }

  async #ask(number: number, signal: AbortSignal): Promise<void> {
    const others = [...this.#pending].filter((n) => n !== number && !this.#isKnown(n));
    const parts = await this.#sign([number, ...others].slice(0, batchSize), signal);
    const now = this.#timers.now();
    for (const part of parts) {
      const lifeMs = new Date(part.expiresAt).getTime() - Date.now();
      // Signed addresses that live less than the margin are used while they are new.
      this.#known.set(part.number, { url: part.url, until: now + Math.max(lifeMs - marginMs, lifeMs / 2, 1000) });
    }
    if (!this.#isKnown(number)) throw new Error(`Part ${number} was not signed.`);
  }

  #isKnown(number: number): boolean {
    return (this.#known.get(number)?.until ?? 0) > this.#timers.now();
  }
}
