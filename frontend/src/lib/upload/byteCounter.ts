/** Adds up the bytes that arrived for good and those on their way. */
export class ByteCounter {
  #settled = 0;
  readonly #moving = new Map<number, number>();
  readonly #changed: (total: number) => void;

  constructor(changed: (total: number) => void) {
    this.#changed = changed;
  }

  get total(): number {
    let sum = this.#settled;
    for (const bytes of this.#moving.values()) sum += bytes;
    return sum;
  }

  settle(part: number, bytes: number): void {
    this.#moving.delete(part);
    this.#settled += bytes;
    this.#changed(this.total);
  }

  move(part: number, bytes: number): void {
    this.#moving.set(part, bytes);
    this.#changed(this.total);
  }

  /** The part is lost and will be sent again. */
  drop(part: number): void {
    if (this.#moving.delete(part)) this.#changed(this.total);
  }
}
