const everyMs = 5_000;
/** Of playing, before the first report, so that a viewer counts soon but a passing glance does not. */
const firstAfterSeconds = 1;
/** Between two looks at the clock of a video that plays; more is a jump. */
const longestStep = 1.5;

/** Measures how long a video really plays, and reports it: soon after it begins, then every five seconds while it goes on. */
export class PlayMeter {
  readonly #report: (seconds: number) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #last: number | null = null;
  #played = 0;

  constructor(report: (seconds: number) => void) {
    this.#report = report;
  }

  /** Where the picture is now; `playing` when it moves there by itself. */
  at(time: number, playing: boolean): void {
    const step = this.#last === null ? 0 : time - this.#last;
    this.#last = playing ? time : null;
    if (!playing || step <= 0 || step > longestStep) return;
    this.#played += step;
    if (this.#timer === undefined && this.#played >= firstAfterSeconds) {
      this.#timer = setInterval(() => this.#beat(), everyMs);
      this.#beat();
    }
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#played = 0;
    this.#last = null;
  }

  #beat(): void {
    if (this.#played === 0) {
      this.stop();
      return;
    }
    this.#report(Math.round(this.#played * 10) / 10);
    this.#played = 0;
  }
}
