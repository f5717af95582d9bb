import type { HubConnection } from '@microsoft/signalr';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamChange, VideoChange } from '@/types';
import { batchOf, snapshotOf, viewer } from '@/test/chat';
import { codeOf } from './answers';
import type { ChatLink } from './chatLink';
import { LiveHub } from './liveHub';

class FakeConnection {
  readonly calls: unknown[][] = [];
  readonly stop = vi.fn(() => Promise.resolve());
  start: () => Promise<void> = () => Promise.resolve();
  readonly #handlers = new Map<string, (...args: unknown[]) => void>();
  #closed: () => void = () => undefined;
  on(name: string, handler: (...args: unknown[]) => void): void {
    this.#handlers.set(name, handler);
  }
  bye(reason: string, retryAfter: number): void {
    this.#handlers.get('bye')?.(reason, retryAfter);
  }
  onclose(handler: () => void): void {
    this.#closed = handler;
  }
  answer: unknown = undefined;
  invoke(...call: unknown[]): Promise<unknown> {
    this.calls.push(call);
    return Promise.resolve(this.answer);
  }
  /** The server calls the page. */
  call(name: string, ...args: unknown[]): void {
    this.#handlers.get(name)?.(...args);
  }
  send(change: Partial<VideoChange>): void {
    this.#handlers.get('video')?.(change);
  }
  sendStream(change: Partial<StreamChange>): void {
    this.#handlers.get('stream')?.(change);
  }
  drop(): void {
    this.#closed();
  }
}

let opened: FakeConnection[];
let hub: LiveHub;
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  opened = [];
  hub = new LiveHub(() => {
    const connection = new FakeConnection();
    opened.push(connection);
    return Promise.resolve(connection as unknown as HubConnection);
  });
});

afterEach(() => vi.useRealTimers());

describe('LiveHub', () => {
  it('opens with the first watch and shares one connection', async () => {
    expect(hub.state.getSnapshot()).toBe('idle');
    hub.watchVideo('a');
    hub.watchLibrary();
    await settle();
    expect(opened).toHaveLength(1);
    expect(opened[0]?.calls).toEqual([['WatchVideo', 'a'], ['WatchLibrary']]);
    expect(hub.state.getSnapshot()).toBe('connected');
  });

  it('asks once for what two components watch, and stops with the last', async () => {
    const first = hub.watchVideo('a');
    const second = hub.watchVideo('a');
    await settle();
    first();
    first();
    expect(opened[0]?.calls).toEqual([['WatchVideo', 'a']]);
    second();
    expect(opened[0]?.calls).toEqual([['WatchVideo', 'a'], ['UnwatchVideo', 'a']]);
  });

  it('passes changes on until the listener leaves', async () => {
    const seen: string[] = [];
    const leave = hub.onVideo(({ videoId }) => seen.push(videoId));
    hub.watchVideo('a');
    await settle();
    opened[0]?.send({ videoId: 'a' });
    leave();
    opened[0]?.send({ videoId: 'b' });
    expect(seen).toEqual(['a']);
  });

  it('comes back after a break and watches again', async () => {
    hub.watchVideo('a');
    await settle();
    opened[0]?.drop();
    expect(hub.state.getSnapshot()).toBe('lost');
    await vi.advanceTimersByTimeAsync(1000);
    expect(opened).toHaveLength(2);
    expect(opened[1]?.calls).toEqual([['WatchVideo', 'a']]);
    expect(hub.state.getSnapshot()).toBe('connected');
  });

  it('comes back when the server asked for it, not earlier', async () => {
    hub.watchVideo('a');
    await settle();
    opened[0]?.bye('drain', 10);
    opened[0]?.drop();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(opened).toHaveLength(2);
  });

  it('passes on how a video is when watching begins', async () => {
    const seen: unknown[] = [];
    hub.onVideo(({ status }) => seen.push(status));
    hub.watchLibrary();
    await settle();
    if (opened[0]) opened[0].answer = { videoId: 'a', status: 'processing' };
    hub.watchVideo('a');
    await settle();
    expect(seen).toEqual(['processing']);
  });

  it('joins a stream, passes on how it stands and what changes, and leaves', async () => {
    const seen: unknown[] = [];
    hub.onStream(({ status }) => seen.push(status));
    hub.watchLibrary();
    await settle();
    const [connection] = opened;
    if (connection) connection.answer = { stream: { streamId: 's', status: 'scheduled' } };
    const leave = hub.joinStream('s');
    await settle();
    connection?.sendStream({ streamId: 's', status: 'live' });
    leave();
    expect(seen).toEqual(['scheduled', 'live']);
    expect(connection?.calls).toEqual([['WatchLibrary'], ['JoinStream', 's', null], ['LeaveStream', 's']]);
  });

  it('says what plays while connected, and keeps none of it for later', async () => {
    hub.playing('s', 5);
    hub.joinStream('s');
    await settle();
    hub.playing('s', 4.8);
    expect(opened[0]?.calls).toEqual([['JoinStream', 's', null], ['Playing', 's', 4.8]]);
  });

  it('keeps trying while the server is away', async () => {
    let away = 3;
    hub = new LiveHub(() => (away-- > 0 ? Promise.reject(new Error('away')) : Promise.resolve(new FakeConnection() as unknown as HubConnection)));
    hub.watchVideo('a');
    await vi.advanceTimersByTimeAsync(1000 + 2000 + 4000);
    expect(hub.state.getSnapshot()).toBe('connected');
  });

  it('does not reopen when nothing is watched any more', async () => {
    const stop = hub.watchVideo('a');
    await settle();
    stop();
    opened[0]?.drop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(opened).toHaveLength(1);
    expect(hub.state.getSnapshot()).toBe('idle');
  });

  it('takes nothing from a connection that it has given up', async () => {
    const seen: unknown[] = [];
    hub.onVideo(({ videoId }) => seen.push(videoId));
    hub.watchVideo('a');
    await settle();
    void hub.restart();
    opened[0]?.send({ videoId: 'a' });
    await settle();
    opened[0]?.drop();
    expect(seen).toEqual([]);
    expect(hub.state.getSnapshot()).toBe('connected');
  });

  it('is one connection, whatever begins while the old one ends', async () => {
    hub.watchVideo('a');
    await settle();
    let stopped: () => void = () => undefined;
    opened[0]?.stop.mockReturnValue(new Promise((done) => (stopped = done)));
    const restarted = hub.restart();
    hub.watchVideo('b');
    await settle();
    stopped();
    await restarted;
    await settle();
    expect(opened).toHaveLength(2);
    expect(opened[1]?.calls).toEqual([['WatchVideo', 'a'], ['WatchVideo', 'b']]);
  });

  it('is one connection when it starts anew before the first one was there', async () => {
    let started: () => void = () => undefined;
    hub = new LiveHub(() => {
      const connection = new FakeConnection();
      if (opened.length === 0) connection.start = () => new Promise((done) => (started = done));
      opened.push(connection);
      return Promise.resolve(connection as unknown as HubConnection);
    });
    hub.watchVideo('a');
    await settle();
    await hub.restart();
    await settle();
    started();
    await settle();
    expect(opened[0]?.stop).toHaveBeenCalledTimes(1);
    expect(opened.map(({ calls }) => calls)).toEqual([[], [['WatchVideo', 'a']]]);
  });

  it('comes back once when a connection breaks as it begins', async () => {
    hub = new LiveHub(() => {
      const connection = new FakeConnection();
      if (opened.length === 0) {
        connection.start = () => {
          connection.drop();
          return Promise.reject(new Error('closed'));
        };
      }
      opened.push(connection);
      return Promise.resolve(connection as unknown as HubConnection);
    });
    hub.watchVideo('a');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(opened).toHaveLength(2);
  });

  it('starts anew for another account', async () => {
    hub.watchVideo('a');
    await settle();
    await hub.restart();
    await settle();
    expect(opened[0]?.stop).toHaveBeenCalledTimes(1);
    expect(opened[1]?.calls).toEqual([['WatchVideo', 'a']]);
  });
});

describe('chat of a joined stream', () => {
  let told: unknown[][];
  let last: number | null;
  const link: ChatLink = {
    last: () => last,
    joined: ({ chat, chatProblem }) => told.push(['joined', chat?.last ?? null, chatProblem?.code ?? null]),
    batch: ({ from, to }) => told.push(['batch', from, to]),
    standing: ({ role }) => told.push(['standing', role]),
    lost: (reason) => told.push(['lost', reason]),
  };
  const answer = { stream: { streamId: 's', status: 'live' }, chat: snapshotOf(7), chatProblem: null };

  beforeEach(async () => {
    told = [];
    last = null;
    hub.watchLibrary();
    await settle();
    if (opened[0]) opened[0].answer = answer;
  });

  it('is asked for once with the stream, and told of what comes', async () => {
    hub.joinStream('s');
    hub.joinChat('s', link);
    await settle();
    expect(opened[0]?.calls.slice(1)).toEqual([['JoinStream', 's', null]]);
    opened[0]?.call('chat', batchOf(8, 9));
    opened[0]?.call('chat', { ...batchOf(1, 1), streamId: 'other' });
    opened[0]?.call('standing', 's', { ...viewer, role: 'moderator' });
    expect(told).toEqual([['joined', 7, null], ['batch', 8, 9], ['standing', 'moderator']]);
  });

  it('is asked for when the stream was joined before it', async () => {
    hub.joinStream('s');
    await settle();
    const leave = hub.joinChat('s', link);
    await settle();
    expect(told).toEqual([['joined', 7, null]]);
    leave();
    opened[0]?.call('chat', batchOf(8, 9));
    expect(told).toHaveLength(1);
    expect(opened[0]?.calls.slice(1)).toEqual([['JoinStream', 's', null], ['JoinStream', 's', null]]);
  });

  it('goes on after its last number when the connection is new, or the server has skipped something', async () => {
    hub.joinChat('s', link);
    await settle();
    last = 12;
    opened[0]?.call('gap');
    await settle();
    opened[0]?.bye('too_slow', 0);
    opened[0]?.drop();
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toEqual([['joined', 7, null], ['joined', 7, null], ['lost', 'too_slow'], ['joined', null, 'unavailable']]);
    expect(opened[0]?.calls.slice(2)).toEqual([['WatchLibrary'], ['JoinStream', 's', 12]]);
    expect(opened[1]?.calls).toEqual([['WatchLibrary'], ['JoinStream', 's', 12]]);
  });

  it('is told why it was not let in', async () => {
    const [connection] = opened;
    if (connection) connection.invoke = () => Promise.reject(new Error("An unexpected error occurred invoking 'JoinStream' on the server. HubException: not_found"));
    hub.joinChat('s', link);
    await settle();
    expect(told).toEqual([['joined', null, 'not_found']]);
    expect([codeOf(new Error('Server timeout elapsed.')), codeOf('x')]).toEqual(['unavailable', 'unavailable']);
  });

  it('says that the account is another one before it starts anew', async () => {
    hub.onOtherAccount(() => told.push(['other']));
    hub.joinChat('s', link);
    await settle();
    await hub.restart();
    expect(told.slice(1)).toEqual([['other'], ['lost', null]]);
  });

  it('begins anew for a changed account, and forgets nothing', async () => {
    hub.joinChat('s', link);
    await settle();
    last = 7;
    await hub.reconnect();
    await settle();
    expect(told.slice(1)).toEqual([['lost', null], ['joined', null, 'unavailable']]);
    expect(opened[1]?.calls).toEqual([['WatchLibrary'], ['JoinStream', 's', 7]]);
  });

  it('sends while connected only', async () => {
    await expect(new LiveHub(() => Promise.reject(new Error('away'))).sendChat('s', 'c', 'hi')).rejects.toThrow();
    if (opened[0]) opened[0].answer = { seq: 8 };
    await expect(hub.sendChat('s', 'c', 'hi')).resolves.toEqual({ seq: 8 });
    if (opened[0]) opened[0].answer = null;
    await expect(hub.react('s', '🔥')).resolves.toBeNull();
    expect(opened[0]?.calls.slice(1)).toEqual([['SendMessage', 's', 'c', 'hi'], ['React', 's', '🔥']]);
  });

  it('passes news for moderators on', () => {
    const seen: unknown[] = [];
    hub.onModeration((news) => seen.push(news));
    opened[0]?.call('moderation', 's', 3);
    expect(seen).toEqual([{ streamId: 's', held: 3 }]);
  });
});
