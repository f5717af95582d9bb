/** As much of a video element as a player needs; jsdom has no media. */
export class FakeVideo extends EventTarget {
  currentTime = 0;
  duration = Number.NaN;
  paused = true;
  ended = false;
  readyState = 0;
  seeking = false;
  /** Whether the browser lets it play with sound before the page was touched. */
  soundAllowed = true;
  buffered = rangesOf();
  seekable = rangesOf();
  #volume = 1;
  #muted = false;
  #rate = 1;

  get volume(): number { return this.#volume; }
  set volume(value: number) { this.#volume = value; this.fire('volumechange'); }
  get muted(): boolean { return this.#muted; }
  set muted(value: boolean) { this.#muted = value; this.fire('volumechange'); }
  get playbackRate(): number { return this.#rate; }
  set playbackRate(value: number) { this.#rate = value; this.fire('ratechange'); }

  play(): Promise<void> {
    if (!this.soundAllowed && !this.muted) return Promise.reject(new DOMException('Touch the page first.', 'NotAllowedError'));
    this.paused = false;
    this.fire('play');
    return Promise.resolve();
  }
  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.fire('pause');
  }
  fire(type: string): void {
    this.dispatchEvent(new Event(type));
  }
  /** What the browser does once it knows the length. */
  loaded(duration: number): void {
    this.duration = duration;
    this.readyState = 4;
    this.fire('loadedmetadata');
    this.fire('canplay');
  }
  moveTo(time: number): void {
    this.currentTime = time;
    this.fire('timeupdate');
  }
  asElement(): HTMLVideoElement {
    return this as unknown as HTMLVideoElement;
  }
}

export function rangesOf(...ranges: [number, number][]): TimeRanges {
  return { length: ranges.length, start: (i) => ranges[i]?.[0] ?? 0, end: (i) => ranges[i]?.[1] ?? 0 };
}
