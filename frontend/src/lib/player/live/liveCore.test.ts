import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/lib/api/errors';
import { FakeVideo, rangesOf } from '@/test/fakeVideo';
import type { StreamPlayback } from '@/types';
import { playerError } from '../errors';
import { EngineUnavailable } from '../playerCore';
import type { LiveEngine, LiveEngineStart, LiveTimeline } from './engine';
import { LiveCore, type LivePorts } from './liveCore';

const start = Date.parse('2026-11-22T12:00:00Z');

class FakeEngine implements LiveEngine {
  line: LiveTimeline | null = { start: 0, edge: 100, holdBack: 0.75, shownAt: null };
  levels: number[] = [];
  readonly addresses: string[];
  readonly events: LiveEngineStart['events'];
  readonly resume = vi.fn();
  readonly destroy = vi.fn();
  constructor({ url, events }: LiveEngineStart) {
    this.addresses = [url];
    this.events = events;
  }
  timeline = () => this.line;
  setLevel = (index: number) => void this.levels.push(index);
  readdress = (url: string) => void this.addresses.push(url);
}

let video: FakeVideo;
let engines: FakeEngine[];
let playback: StreamPlayback;
let load: ReturnType<typeof vi.fn<LivePorts['loadPlayback']>>;
let played: number[];
let kept: unknown[];
let core: LiveCore;
const settle = () => vi.advanceTimersByTimeAsync(0);
const engine = (): FakeEngine => {
  const last = engines.at(-1);
  if (!last) throw new Error('No engine was opened.');
  return last;
};

function open(patch: Partial<LivePorts> = {}, muted = false): LiveCore {
  return new LiveCore(video.asElement(), {
    loadPlayback: load,
    openEngine: (begin) => {
      engines.push(new FakeEngine(begin));
      return Promise.resolve(engine());
    },
    memory: { sound: () => ({ volume: 0.8, muted: false }), keepSound: (sound) => kept.push(sound) },
    played: (seconds) => played.push(seconds),
    now: () => Date.now(),
    random: () => 0.5,
    ...patch,
  }, muted);
}

/** The engine has the first pictures at the live edge. */
async function join(): Promise<void> {
  void core.load();
  await settle();
  video.currentTime = 99.25;
  video.buffered = rangesOf([90, 99.9]);
  video.loaded(Infinity);
  video.fire('loadeddata');
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers({ now: start });
  video = new FakeVideo();
  engines = [];
  played = [];
  kept = [];
  playback = { kind: 'hls', url: '/live/public/a/1/master.m3u8', poster: null, expiresAt: null };
  load = vi.fn<LivePorts['loadPlayback']>(() => Promise.resolve(playback));
  core = open();
});

afterEach(() => {
  core.destroy();
  vi.useRealTimers();
});

describe('joining', () => {
  it('plays at once, at the live edge, with the sound the viewer likes', async () => {
    await join();
    expect(video.paused).toBe(false);
    expect(video.volume).toBe(0.8);
    expect(core.getSnapshot()).toMatchObject({ phase: 'ready', playing: true, atLive: true, behind: 0.75, duration: 100, latency: 0.75 });
    expect(load).toHaveBeenCalledExactlyOnceWith(false, expect.anything());
  });

  it('plays in silence where the browser wants the page touched first, and says so until the sound is on', async () => {
    video.soundAllowed = false;
    await join();
    expect(core.getSnapshot()).toMatchObject({ playing: true, muted: true, silenced: true });
    expect(kept).toEqual([]);
    video.soundAllowed = true;
    core.toggleMuted();
    expect(core.getSnapshot()).toMatchObject({ muted: false, silenced: false });
  });

  it('a preview is silent, and that is not what the viewer wants elsewhere', async () => {
    core.destroy();
    core = open({}, true);
    await join();
    expect(core.getSnapshot()).toMatchObject({ muted: true, silenced: false });
    core.toggleMuted();
    expect(kept).toEqual([]);
  });

  it('a browser that cannot play it is told once', async () => {
    core.destroy();
    core = open({ openEngine: () => Promise.reject(new EngineUnavailable(playerError('unsupported'))) });
    void core.load();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(core.getSnapshot()).toMatchObject({ phase: 'error', error: { kind: 'unsupported' } });
    expect(load).toHaveBeenCalledTimes(1);
  });
});

describe('staying live', () => {
  it('catches up gently, and no further than wanted', async () => {
    await join();
    engine().line = { start: 0, edge: 101, holdBack: 0.75, shownAt: null };
    video.buffered = rangesOf([90, 100.8]);
    video.fire('timeupdate');
    expect(video.playbackRate).toBe(1.09);
    video.moveTo(100.2);
    expect(video.playbackRate).toBe(1);
  });

  it('jumps when it fell far behind by no wish of the viewer', async () => {
    await join();
    engine().line = { start: 0, edge: 130, holdBack: 0.75, shownAt: null };
    video.fire('timeupdate');
    expect(video.currentTime).toBe(129.25);
  });

  it('keeps more distance after it stood still', async () => {
    await join();
    video.fire('waiting');
    video.fire('playing');
    core.toLive();
    expect(video.currentTime).toBe(99);
  });

  it('somebody who rewound stays there, and goes back to live on demand', async () => {
    await join();
    core.seek(20);
    expect(video.currentTime).toBe(20);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(video.currentTime).toBe(20);
    expect(video.playbackRate).toBe(1);
    expect(core.getSnapshot()).toMatchObject({ atLive: false, time: 20, behind: 80 });
    core.toLive();
    expect(video.currentTime).toBe(99.25);
    expect(core.getSnapshot().atLive).toBe(true);
  });

  it('rewinds to the first moment at most, and forward to live at most', async () => {
    await join();
    engine().line = { start: 40, edge: 100, holdBack: 0.75, shownAt: null };
    core.skip(-500);
    expect(video.currentTime).toBe(40);
    core.seekTo(0.5);
    expect(video.currentTime).toBe(70);
    core.skip(500);
    expect(video.currentTime).toBe(99.25);
  });

  it('a pause is no standstill: it goes on where it was', async () => {
    await join();
    core.toggle();
    engine().line = { start: 0, edge: 160, holdBack: 0.75, shownAt: null };
    core.toggle();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(video.currentTime).toBe(99.25);
    expect(core.getSnapshot()).toMatchObject({ playing: true, atLive: false });
  });

  it('reports what was really played', async () => {
    await join();
    for (let i = 0; i < 8; i += 1) {
      await vi.advanceTimersByTimeAsync(250);
      video.moveTo(video.currentTime + 0.25);
    }
    expect(played).toEqual([1]);
    video.pause();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(played).toHaveLength(2);
  });
});

describe('breaks', () => {
  it('what stopped arriving is asked for again with growing pauses, and the picture stays', async () => {
    await join();
    engine().events.failed(playerError('network'));
    expect(core.getSnapshot()).toMatchObject({ phase: 'waiting', error: { kind: 'network' } });
    await vi.advanceTimersByTimeAsync(375);
    expect(engine().resume).toHaveBeenCalledTimes(1);
    engine().events.failed(playerError('network'));
    await vi.advanceTimersByTimeAsync(749);
    expect(engine().resume).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(engine().resume).toHaveBeenCalledTimes(2);
    engine().events.advanced();
    expect(core.getSnapshot()).toMatchObject({ phase: 'ready', error: null });
    expect(engines).toHaveLength(1);
  });

  it('is opened anew, with a fresh address, when going on does not help', async () => {
    await join();
    for (const ms of [375, 750, 1_500, 3_000, 6_000]) {
      engine().events.failed(playerError('network'));
      await vi.advanceTimersByTimeAsync(ms);
    }
    expect(engines).toHaveLength(2);
    expect(load).toHaveBeenLastCalledWith(true, expect.anything());
  });

  it('never gives up while the server is away', async () => {
    load.mockRejectedValue(new ApiError(0, {}));
    void core.load();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(load.mock.calls.length).toBeGreaterThan(60);
    load.mockResolvedValue(playback);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(engines).toHaveLength(1);
  });

  it('a refused address is renewed', async () => {
    await join();
    engine().events.failed(playerError('expired'));
    await vi.advanceTimersByTimeAsync(375);
    expect(load).toHaveBeenLastCalledWith(true, expect.anything());
    expect(engines).toHaveLength(2);
  });

  it('somebody who rewound is brought back to the same place', async () => {
    await join();
    core.seek(20);
    engine().events.failed(playerError('decode'));
    await vi.advanceTimersByTimeAsync(375);
    video.currentTime = 99.25;
    video.fire('loadeddata');
    expect(video.currentTime).toBe(20);
  });

  it('word that it is live again cuts the pause short', async () => {
    load.mockRejectedValueOnce(new ApiError(409, { code: 'not_live' }));
    void core.load();
    await settle();
    core.nudge();
    await settle();
    expect(engines).toHaveLength(1);
  });

  it('a stream that is gone is told, not asked for again', async () => {
    load.mockRejectedValue(new ApiError(404, {}));
    void core.load();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(1);
    expect(core.getSnapshot().phase).toBe('error');
  });
});

describe('the end and the address', () => {
  it('what is left can be watched to its end', async () => {
    await join();
    engine().line = { start: 0, edge: 100, holdBack: 0, shownAt: null };
    engine().events.finished();
    core.seek(30);
    expect(core.getSnapshot()).toMatchObject({ finished: true, atLive: false, over: false });
    video.currentTime = 100;
    video.fire('ended');
    expect(core.getSnapshot()).toMatchObject({ over: true, playing: false });
  });

  it('a signed address is renewed before it ends', async () => {
    playback = { ...playback, url: '/live/1.aa/a/1/master.m3u8', expiresAt: '2026-11-22T12:10:00Z' };
    await join();
    playback = { ...playback, url: '/live/2.bb/a/1/master.m3u8', expiresAt: '2026-11-22T12:20:00Z' };
    await vi.advanceTimersByTimeAsync(540_000);
    expect(engine().addresses).toEqual(['/live/1.aa/a/1/master.m3u8', '/live/2.bb/a/1/master.m3u8']);
  });

  it('destroying stops everything', async () => {
    await join();
    engine().events.failed(playerError('network'));
    core.destroy();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(engine().destroy).toHaveBeenCalledTimes(1);
    expect(engine().resume).not.toHaveBeenCalled();
    expect(load).toHaveBeenCalledTimes(1);
  });
});
