/** Shortest time between two drawings: about twelve a second, however many messages come. */
const gapMs = 80;

export interface PacerPorts {
  now: () => number;
  later: (ms: number, act: () => void) => () => void;
  /** Just before the page is drawn next. */
  frame: (act: () => void) => () => void;
}

/** Brings many changes together into one drawing. */
export class Pacer {
  readonly #ports: PacerPorts;
  readonly #draw: () => void;
  #cancel: (() => void) | null = null;
  #drawnAt = -Infinity;

  constructor(ports: PacerPorts, draw: () => void) {
    this.#ports = ports;
    this.#draw = draw;
  }

  /** Draws soon. */
  request(): void {
    if (this.#cancel) return;
    const wait = this.#drawnAt + gapMs - this.#ports.now();
    this.#cancel = wait > 0 ? this.#ports.later(wait, () => this.#inFrame()) : this.#ports.frame(() => this.flush());
  }

  /** Draws now: the reader has done something. */
  flush(): void {
    this.stop();
    this.#drawnAt = this.#ports.now();
    this.#draw();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #inFrame(): void {
    this.#cancel = this.#ports.frame(() => this.flush());
  }
}
