import type { ChatBatch, ChatSnapshot } from '@/types';

/** Batches that wait for what was missed. Overflow policy: all of them are forgotten; joining again tells what they told. */
const mostWaiting = 500;

/** Puts batches into the order of their numbers: none twice, none before what it follows. */
export class BatchLine {
  #last: number | null = null;
  #waiting: ChatBatch[] = [];

  /** Number of the newest entry taken; null before the first snapshot. */
  get last(): number | null {
    return this.#last;
  }

  /** Something before the batches that wait is missing. */
  get missing(): boolean {
    return this.#waiting.length > 0;
  }

  /** Answers what is to be applied now, in order; each without the numbers that were seen already. */
  take(batch: ChatBatch): ChatBatch[] {
    if (this.#last === null || batch.from > this.#last + 1) {
      if (this.#waiting.length < mostWaiting) this.#waiting.push(batch);
      else this.#waiting = [];
      return [];
    }
    return [this.#advance(batch), ...this.#drain()];
  }

  /**
   * A snapshot was taken over, so that what waits may follow now. Batches that came before it and tell nothing newer are answered
   * as well, without their entries: their news of the room may still be the latest.
   */
  joined(snapshot: ChatSnapshot): ChatBatch[] {
    const known = this.#last;
    this.#last = known === null || snapshot.gap ? snapshot.last : Math.max(known, snapshot.last);
    return this.#drain();
  }

  reset(): void {
    this.#last = null;
    this.#waiting = [];
  }

  /** The connection is new: what waited is told again. */
  dropWaiting(): void {
    this.#waiting = [];
  }

  #drain(): ChatBatch[] {
    const ready: ChatBatch[] = [];
    const waiting = this.#waiting.sort((a, b) => a.from - b.from);
    for (let next = waiting[0]; next && this.#last !== null && next.from <= this.#last + 1; next = waiting[0]) {
      waiting.shift();
      ready.push(this.#advance(next));
    }
    return ready;
  }

  #advance(batch: ChatBatch): ChatBatch {
    const last = this.#last ?? 0;
    this.#last = Math.max(last, batch.to);
    if (batch.from > last) return batch;
    const fresh = ({ seq }: { seq: number }) => seq > last;
    return { ...batch, messages: batch.messages.filter(fresh), removed: batch.removed.filter(fresh), restored: batch.restored.filter(fresh) };
  }
}
