/** The speed shown forgets half of what it knew every three seconds. */
const halfLifeMs = 3000;
const smallestStepMs = 250;

/** Smooths bytes per second out of growing byte counts. */
export class SpeedMeter {
  #bytes: number | null = null;
  #at = 0;
  #speed: number | null = null;

  /** Bytes per second, or null until measured. */
  get speed(): number | null {
    return this.#speed;
  }

  add(bytes: number, nowMs: number): void {
    if (this.#bytes === null) {
      this.#bytes = bytes;
      this.#at = nowMs;
      return;
    }
    const elapsed = nowMs - this.#at;
    if (elapsed < smallestStepMs) return;
    const measured = (Math.max(0, bytes - this.#bytes) * 1000) / elapsed;
    const weight = this.#speed === null ? 1 : 1 - 0.5 ** (elapsed / halfLifeMs);
    this.#speed = (this.#speed ?? 0) * (1 - weight) + measured * weight;
    this.#bytes = bytes;
    this.#at = nowMs;
  }

  /** Seconds for what is left, or null while nothing moves. */
  secondsFor(bytesLeft: number): number | null {
    return this.#speed !== null && this.#speed > 1 ? bytesLeft / this.#speed : null;
  }
}
