import { sentenceOf } from '@/lib/api/errors';
import type { VideoDetails } from '@/types';

export type SaveState = { kind: 'saved' | 'saving' } | { kind: 'incomplete' | 'failed'; sentence: string };

const quietMs = 700;

interface SaverOptions {
  save: (details: VideoDetails) => Promise<unknown>;
  changed: (state: SaveState) => void;
}

/** Saves a form as it is typed: after a pause, one request at a time, the latest wins. */
export class DetailsSaver {
  readonly #options: SaverOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #next: VideoDetails | null = null;
  #busy = false;

  constructor(options: SaverOptions) {
    this.#options = options;
  }

  schedule(details: VideoDetails): void {
    clearTimeout(this.#timer);
    this.#next = details;
    if (details.title.trim() === '') {
      this.#next = null;
      this.#options.changed({ kind: 'incomplete', sentence: 'A video needs a title.' });
      return;
    }
    this.#options.changed({ kind: 'saving' });
    this.#timer = setTimeout(() => void this.flush(), quietMs);
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#busy || !this.#next) return;
    const details = this.#next;
    this.#next = null;
    this.#busy = true;
    let state: SaveState = { kind: 'saved' };
    try {
      await this.#options.save(details);
    } catch (error) {
      state = { kind: 'failed', sentence: sentenceOf(error) };
    }
    this.#busy = false;
    if (this.#hasNext()) await this.flush();
    else this.#options.changed(state);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#next = null;
  }

  #hasNext(): boolean {
    return this.#next !== null;
  }
}
