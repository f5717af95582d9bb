import type { HubConnection } from '@microsoft/signalr';
import { Store } from '@/lib/store';
import type { ChatBatch, ChatRefusal, ChatSendAnswer, ChatStanding, StreamChange, VideoChange } from '@/types';
import { codeOf, isSnapshot, isVideo, joinOf } from './answers';
import type { ChatLink } from './chatLink';
import { Listeners } from './listeners';

export type HubState = 'idle' | 'connecting' | 'connected' | 'lost';

export type OpenConnection = () => Promise<HubConnection>;

interface Watch {
  count: number;
  start: () => [method: string, ...args: unknown[]];
  stop: (() => [method: string, ...args: unknown[]]) | null;
}

/** Something that the room's moderators see has changed. */
export interface ModerationNews {
  streamId: string;
  /** How many messages wait for review. */
  held: number;
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
  readonly #moderation = new Listeners<ModerationNews>();
  readonly #otherAccounts = new Listeners<null>();
  readonly #rooms = new Map<string, ChatLink>();
  /** Watches to be begun at the end of this task: what two parts of a page ask for at once is asked once. */
  readonly #begun = new Set<string>();
  #connection: HubConnection | null = null;
  /** Grows whenever a connection is begun, lost or given up: what an earlier one still does counts no more. */
  #attempt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** The server said `bye` and when to come back. */
  #askedToWaitMs = 0;
  #byeReason: string | null = null;

  constructor(open: OpenConnection) {
    this.#open = open;
  }

  onVideo(listener: (change: VideoChange) => void): () => void {
    return this.#videos.add(listener);
  }

  onStream(listener: (change: StreamChange) => void): () => void {
    return this.#streams.add(listener);
  }

  /** Only on connections of a room's owner and moderators. */
  onModeration(listener: (news: ModerationNews) => void): () => void {
    return this.#moderation.add(listener);
  }

  /** Somebody else is signed in, or nobody: nothing of the one before may be sent. */
  onOtherAccount(listener: () => void): () => void {
    return this.#otherAccounts.add(listener);
  }

  watchVideo(videoId: string): () => void {
    return this.#watch(`video:${videoId}`, () => ['WatchVideo', videoId], () => ['UnwatchVideo', videoId]);
  }

  watchLibrary(): () => void {
    return this.#watch('library', () => ['WatchLibrary'], null);
  }

  /** Answers how the stream stands, and every change from then on goes to {@link onStream}. */
  joinStream(streamId: string): () => void {
    return this.#watch(
      streamKey(streamId),
      () => ['JoinStream', streamId, this.#rooms.get(streamId)?.last() ?? null],
      () => ['LeaveStream', streamId],
    );
  }

  /** Joins a stream with its chat, which goes on after {@link ChatLink.last} whenever the connection is new. One link for a stream. */
  joinChat(streamId: string, link: ChatLink): () => void {
    this.#rooms.set(streamId, link);
    const leave = this.joinStream(streamId);
    // Who had joined already was answered without a room to tell.
    this.rejoin(streamId);
    return () => {
      if (this.#rooms.get(streamId) === link) this.#rooms.delete(streamId);
      leave();
    };
  }

  /** Asks again how stream and chat stand, for what was missed. */
  rejoin(streamId: string): void {
    if (this.#watches.has(streamKey(streamId))) this.#begin(streamKey(streamId));
  }

  /** Rejects when there is no connection, when it is lost before the answer, and when the server refuses the call itself. */
  sendChat(streamId: string, clientId: string, text: string): Promise<ChatSendAnswer> {
    return this.#ask<ChatSendAnswer>('SendMessage', streamId, clientId, text);
  }

  /** Null when it was taken. */
  react(streamId: string, emoji: string): Promise<ChatRefusal | null> {
    return this.#ask<ChatRefusal | null>('React', streamId, emoji);
  }

  /** Says that a player of this page has played so many seconds since it last said so. Lost without a connection: nobody waits for it. */
  playing(streamId: string, seconds: number): void {
    if (this.state.getSnapshot() === 'connected') void this.#invoke(['Playing', streamId, seconds]);
  }

  /** After signing in or out: the server must see the other account. */
  restart(): Promise<void> {
    this.#otherAccounts.tell(null);
    return this.reconnect();
  }

  /** After the account was changed: a connection goes on with what was known when it began. What is unsent goes over the new one. */
  async reconnect(): Promise<void> {
    await this.#close();
    // Something may have been watched meanwhile, and connected.
    if (this.#watches.size > 0 && this.state.getSnapshot() === 'idle') void this.#connect();
  }

  #watch(key: string, start: Watch['start'], stop: Watch['stop']): () => void {
    const watch = this.#watches.get(key) ?? { count: 0, start, stop };
    watch.count += 1;
    this.#watches.set(key, watch);
    if (watch.count === 1) this.#begin(key);
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
    const attempt = (this.#attempt += 1);
    this.state.set('connecting');
    try {
      const connection = await this.#open();
      if (attempt !== this.#attempt) return;
      this.#connection = connection;
      this.#listen(connection);
      connection.onclose(() => this.#lost(attempt));
      await connection.start();
      if (attempt !== this.#attempt) return;
      this.#failures = 0;
      this.state.set('connected');
      this.#byeReason = null;
      for (const key of this.#watches.keys()) this.#begin(key);
    } catch {
      this.#lost(attempt);
    }
  }

  #listen(connection: HubConnection): void {
    // One that is given up may still have something to say, to the account before.
    const on = (name: string, handler: (...args: never[]) => void): void =>
      connection.on(name, (...args: never[]) => {
        if (connection === this.#connection) handler(...args);
      });
    on('video', (change: VideoChange) => this.#videos.tell(change));
    on('stream', (change: StreamChange) => this.#streams.tell(change));
    on('chat', (batch: ChatBatch) => this.#rooms.get(batch.streamId)?.batch(batch));
    on('standing', (streamId: string, standing: ChatStanding) => this.#rooms.get(streamId)?.standing(standing));
    on('moderation', (streamId: string, held: number) => this.#moderation.tell({ streamId, held }));
    on('gap', () => {
      for (const key of this.#watches.keys()) this.#begin(key);
    });
    on('bye', (reason: string, retryAfter: number) => {
      this.#askedToWaitMs = retryAfter * 1000;
      this.#byeReason = reason;
    });
  }

  #lost(attempt: number): void {
    if (attempt !== this.#attempt) return;
    this.#attempt += 1;
    this.#connection = null;
    for (const link of this.#rooms.values()) link.lost(this.#byeReason);
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
    this.#attempt += 1;
    this.#connection = null;
    this.#failures = 0;
    this.#askedToWaitMs = 0;
    this.#byeReason = null;
    for (const link of this.#rooms.values()) link.lost(null);
    this.state.set('idle');
    await connection?.stop().catch(() => undefined);
  }

  #begin(key: string): void {
    if (this.state.getSnapshot() !== 'connected' || this.#begun.has(key)) return;
    this.#begun.add(key);
    queueMicrotask(() => {
      this.#begun.delete(key);
      const watch = this.#watches.get(key);
      if (watch && this.state.getSnapshot() === 'connected') void this.#invoke(watch.start());
    });
  }

  async #invoke([method, ...args]: [string, ...unknown[]]): Promise<void> {
    const connection = this.#connection;
    // What is refused here is not shown: the page asks over HTTP as well, and that answer counts. Only a room has nobody else to ask.
    const answer: unknown = await connection?.invoke(method, ...args).catch((error: unknown) => ({ refused: codeOf(error) }));
    if (connection !== this.#connection) return;
    // Watching a video and joining a stream answer how it is now.
    if (isVideo(answer)) this.#videos.tell(answer);
    else if (isSnapshot(answer)) this.#streams.tell(answer.stream);
    if (method === 'JoinStream') this.#rooms.get(String(args[0]))?.joined(joinOf(answer));
  }

  #ask<T>(method: string, ...args: unknown[]): Promise<T> {
    return this.#connection && this.state.getSnapshot() === 'connected'
      ? this.#connection.invoke<T>(method, ...args)
      : Promise.reject(new Error('There is no connection.'));
  }
}

const streamKey = (streamId: string) => `stream:${streamId}`;
