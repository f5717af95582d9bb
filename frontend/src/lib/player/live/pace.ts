export interface Standing {
  /** Seconds behind the edge. */
  behind: number;
  /** Seconds behind the edge that are wanted. */
  target: number;
  /** Seconds that are loaded ahead of the picture. */
  ahead: number;
}

/** Less than this in hand, and hurrying would end in a standstill. */
const reserve = 0.35;
const slack = 0.1;
/** A voice at this speed still sounds like itself. */
const fastest = 1.1;

/** How fast to play so that the picture comes back to the wanted distance without anybody noticing. */
export function paceOf({ behind, target, ahead }: Standing): number {
  const late = behind - target;
  if (ahead < reserve || late < slack) return 1;
  return Math.min(fastest, 1 + Math.round(late * 8 + 1) / 100);
}

const growth = 0.25;
const mostGrown = 1.5;
const forgetAfterMs = 60_000;

/** The distance that is wanted: grows with every standstill, and shrinks again while all goes well. */
export class HoldBack {
  #extra = 0;
  #changedAt = 0;

  stalled(now: number): void {
    this.#extra = Math.min(mostGrown, this.#extra + growth);
    this.#changedAt = now;
  }

  of(base: number, now: number): number {
    if (this.#extra > 0 && now - this.#changedAt >= forgetAfterMs) {
      this.#extra = Math.max(0, this.#extra - growth);
      this.#changedAt = now;
    }
    return base + this.#extra;
  }
}
