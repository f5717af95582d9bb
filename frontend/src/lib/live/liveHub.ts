import type { HubConnection } from '@microsoft/signalr';
import { Store } from '@/lib/store';
import type { StreamChange, VideoChange } from '@/types';

export type HubState = 'idle' | 'connecting' | 'connected' | 'lost';

export type OpenConnection = () => Promise<HubConnection>;

interface Watch {
  count: number;
  start: () => [method: string, ...args: unknown[]];
  stop: (() => [method: string, ...args: unknown[]]) | null;
}

const longestDelayMs = 30_000;

/**
 * The realtime connection: opened with the first watch, shared by all of them, and reopened with growing pauses while
 * anything is watched.
 */
export class LiveHub {
  readonly state = new Store<HubState>('idle');
  readonly #open: OpenConnection;
  readonly #watches = new Map<string, Watch>();
  readonly #videos = new Listeners<VideoChange>();
  readonly #streams = new Listeners<StreamChange>();
  #connection: HubConnection | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** The server said `bye` and when to come back. */
  #askedToWaitMs = 0;

  constructor(open: OpenConnection) {
    this.#open = open;
  }

  onVideo(listener: (change: VideoChange) => void): () => void {
    return this.#videos.add(listener);
  }

  onStream(listener: (change: StreamChange) => void): () => void {
    return this.#streams.add(listener);
  }

  watchVideo(videoId: string): () => void {
    return this.#watch(`video:${videoId}`, () => ['WatchVideo', videoId], () => ['UnwatchVideo', videoId]);
  }

  watchLibrary(): () => void {
    return this.#watch('library', () => ['WatchLibrary'], null);
  }

  /** Answers how the stream stands, and every change from then on goes to {@link onStream}. */
  joinStream(streamId: string): () => void {
    return this.#watch(`stream:${streamId}`, () => ['JoinStream', streamId], () => ['LeaveStream', streamId]);
  }

  /** Says that a player of this page has played so many seconds since it last said so. Lost without a connection: nobody waits for it. */
  playing(streamId: string, seconds: number): void {
    if (this.state.getSnapshot() === 'connected') void this.#invoke(['Playing', streamId, seconds]);
  }

  /** After signing in or out: the server must see the other account. */
  async restart(): Promise<void> {
    await this.#close();
    if (this.#watches.size > 0) void this.#connect();
  }

  #watch(key: string, start: Watch['start'], stop: Watch['stop']): () => void {
    const watch = this.#watches.get(key) ?? { count: 0, start, stop };
    watch.count += 1;
    this.#watches.set(key, watch);
    if (watch.count === 1 && this.state.getSnapshot() === 'connected') void this.#invoke(start());
    if (this.state.getSnapshot() === 'idle') void this.#connect();
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      watch.count -= 1;
      if (watch.count > 0) return;
      this.#watches.delete(key);
      if (stop && this.state.getSnapshot() === 'connected') void this.#invoke(stop());
    };
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#timer);
    this.state.set('connecting');
    try {
      const connection = await this.#open();
      this.#connection = connection;
      connection.on('video', (change: VideoChange) => this.#videos.tell(change));
      connection.on('stream', (change: StreamChange) => this.#streams.tell(change));
      connection.on('bye', (_reason: string, retryAfter: number) => {
        this.#askedToWaitMs = retryAfter * 1000;
      });
      connection.onclose(() => this.#lost(connection));
      await connection.start();
      this.#failures = 0;
      this.state.set('connected');
      for (const { start } of this.#watches.values()) void this.#invoke(start());
    } catch {
      this.#lost(this.#connection);
    }
  }

  #lost(connection: HubConnection | null): void {
    if (connection !== this.#connection) return;
    this.#connection = null;
    if (this.#watches.size === 0) {
      this.state.set('idle');
      return;
    }
    this.state.set('lost');
    this.#failures += 1;
    const full = Math.min(longestDelayMs, 1000 * 2 ** (this.#failures - 1));
    const delay = Math.max(this.#askedToWaitMs, full / 2 + (full / 2) * Math.random());
    this.#askedToWaitMs = 0;
    this.#timer = setTimeout(() => void this.#connect(), delay);
  }

  async #close(): Promise<void> {
    clearTimeout(this.#timer);
    const connection = this.#connection;
    this.#connection = null;
    this.#failures = 0;
    this.state.set('idle');
    await connection?.stop();
  }

  async #invoke([method, ...args]: [string, ...unknown[]]): Promise<void> {
    // What is refused here is not shown: the page asks over HTTP as well, and that answer counts.
    const answer: unknown = await this.#connection?.invoke(method, ...args).catch(() => undefined);
    // Watching a video and joining a stream answer how it is now.
    if (isVideo(answer)) this.#videos.tell(answer);
    else if (isSnapshot(answer)) this.#streams.tell(answer.stream);
  }
}

class Listeners<T> {
  readonly #all = new Set<(value: T) => void>();

  add(listener: (value: T) => void): () => void {
    this.#all.add(listener);
    return () => {
      this.#all.delete(listener);
    };
  }

  tell(value: T): void {
    for (const listener of [...this.#all]) listener(value);
  }
}

function isVideo(answer: unknown): answer is VideoChange {
  return typeof answer === 'object' && answer !== null && 'videoId' in answer && 'status' in answer;
}

function isSnapshot(answer: unknown): answer is { stream: StreamChange } {
  return typeof answer === 'object' && answer !== null && 'stream' in answer;
}
