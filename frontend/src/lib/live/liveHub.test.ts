import type { HubConnection } from '@microsoft/signalr';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamChange, VideoChange } from '@/types';
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

  it('starts anew for another account', async () => {
    hub.watchVideo('a');
    await settle();
    await hub.restart();
    await settle();
    expect(opened[0]?.stop).toHaveBeenCalledTimes(1);
    expect(opened[1]?.calls).toEqual([['WatchVideo', 'a']]);
  });
});
