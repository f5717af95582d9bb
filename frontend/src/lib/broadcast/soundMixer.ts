/** Loudest sample of the last 46 ms, at 44.1 kHz. */
const window = 2048;

/**
 * Brings microphone and screen sound into one track that never ends: a microphone that is unplugged becomes silence instead of breaking
 * the recording, and muting needs no new one.
 */
export class SoundMixer {
  readonly #context = new AudioContext();
  readonly #gain = this.#context.createGain();
  readonly #analyser = this.#context.createAnalyser();
  readonly #out = this.#context.createMediaStreamDestination();
  readonly #samples = new Float32Array(window);

  constructor(sources: readonly MediaStream[]) {
    this.#analyser.fftSize = window;
    for (const source of sources) this.#context.createMediaStreamSource(source).connect(this.#gain);
    this.#gain.connect(this.#analyser);
    this.#gain.connect(this.#out);
    // Suspended when the page was not touched yet; choosing a camera is a touch.
    void this.#context.resume();
  }

  get track(): MediaStreamTrack | undefined {
    return this.#out.stream.getAudioTracks()[0];
  }

  mute(muted: boolean): void {
    this.#gain.gain.value = muted ? 0 : 1;
  }

  level(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    return Math.min(1, this.#samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0));
  }

  close(): void {
    void this.#context.close();
  }
}
