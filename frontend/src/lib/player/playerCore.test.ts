import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/lib/api/errors';
import { FakeVideo, rangesOf } from '@/test/fakeVideo';
import type { VideoStream } from '@/types';
import type { Engine, EngineStart } from './engine';
import { playerError } from './errors';
import { openMemory } from './memory';
import { EngineUnavailable, PlayerCore } from './playerCore';

const hour = 3_600_000;
let video: FakeVideo;
let starts: EngineStart[];
let engine: { [K in keyof Engine]: ReturnType<typeof vi.fn<Engine[K]>> };
let loadStream: ReturnType<typeof vi.fn<(signal: AbortSignal) => Promise<VideoStream>>>;
let kept: Map<string, string>;

function coreOf(openEngine?: () => Promise<Engine>): PlayerCore {
  const memory = openMemory({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) });
  const open = (start: EngineStart) => {
    starts.push(start);
    return Promise.resolve(engine);
  };
  return new PlayerCore('v1', video.asElement(), { loadStream, openEngine: openEngine ?? open, memory, now: () => Date.now() });
}

function streamOf(token: string): VideoStream {
  return { url: `/media/${token}/m.m3u8`, type: 'hls', poster: null, storyboard: null, expiresAt: new Date(Date.now() + hour).toISOString() };
}

beforeEach(() => {
  vi.useFakeTimers();
  video = new FakeVideo();
  starts = [];
  kept = new Map();
  engine = { setLevel: vi.fn(), setCaption: vi.fn(), readdress: vi.fn(), destroy: vi.fn() };
  let asked = 0;
  loadStream = vi.fn(() => Promise.resolve(streamOf(`t${++asked}`)));
});

afterEach(() => vi.useRealTimers());

describe('PlayerCore', () => {
  it('loads, becomes ready and plays', async () => {
    const core = coreOf();
    await core.load();
    expect(core.getSnapshot().phase).toBe('loading');
    expect(starts[0]).toMatchObject({ url: '/media/t1/m.m3u8', startAt: 0 });
    video.loaded(60);
    expect(core.getSnapshot()).toMatchObject({ phase: 'ready', duration: 60, playing: false });
    core.toggle();
    expect(core.getSnapshot().playing).toBe(true);
    core.toggle();
    expect(core.getSnapshot().playing).toBe(false);
  });

  it('goes on where the person was, and keeps the place while playing and on leaving', async () => {
    kept.set('player.places', '[["v1",33]]');
    const core = coreOf();
    await core.load();
    expect(starts[0]?.startAt).toBe(33);
    video.loaded(100);
    await core.play();
    video.moveTo(40);
    expect(kept.get('player.places')).toBe('[["v1",40]]');
    video.moveTo(41);
    core.destroy();
    expect(kept.get('player.places')).toBe('[["v1",41]]');
    expect(engine.destroy).toHaveBeenCalledTimes(1);
  });

  it('begins at the start when the remembered place is beyond what there is', async () => {
    const core = coreOf();
    await core.load(50);
    video.currentTime = 50;
    video.loaded(20);
    expect(video.currentTime).toBe(0);
    expect(core.getSnapshot().phase).toBe('ready');
  });

  it('leaving before anything was loaded loses no place', async () => {
    kept.set('player.places', '[["v1",33]]');
    const core = coreOf();
    await core.load();
    core.destroy();
    expect(kept.get('player.places')).toBe('[["v1",33]]');
  });

  it('the seek bar grows with the film, and stops short of its edge', async () => {
    const core = coreOf();
    await core.load();
    starts[0]?.events.growing(true);
    video.seekable = rangesOf([0, 8]);
    video.buffered = rangesOf([0, 6]);
    video.loaded(Infinity);
    expect(core.getSnapshot()).toMatchObject({ growing: true, duration: 8 });
    video.duration = 12;
    video.fire('durationchange');
    expect(core.getSnapshot()).toMatchObject({ duration: 12, bufferedTo: 6 });
    core.seek(30);
    expect(video.currentTime).toBe(11);
    starts[0]?.events.growing(false);
    core.seek(30);
    expect(video.currentTime).toBe(12);
    core.seek(-4);
    expect(video.currentTime).toBe(0);
  });

  it('renews the signed address a minute before it ends, again and again', async () => {
    const core = coreOf();
    await core.load();
    await vi.advanceTimersByTimeAsync(hour - 60_000);
    expect(engine.readdress).toHaveBeenLastCalledWith('/media/t2/m.m3u8');
    await vi.advanceTimersByTimeAsync(hour - 60_000);
    expect(engine.readdress).toHaveBeenLastCalledWith('/media/t3/m.m3u8');
    core.destroy();
    await vi.advanceTimersByTimeAsync(hour);
    expect(loadStream).toHaveBeenCalledTimes(3);
  });

  it('tries to renew again when the server was away', async () => {
    const core = coreOf();
    await core.load();
    loadStream.mockRejectedValueOnce(new ApiError(0, {}));
    await vi.advanceTimersByTimeAsync(hour - 60_000);
    expect(engine.readdress).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(engine.readdress).toHaveBeenCalledTimes(1);
    core.destroy();
  });

  it('an address that ended while the lid was closed is replaced without a word, but not twice', async () => {
    const core = coreOf();
    await core.load();
    video.loaded(60);
    await core.play();
    video.moveTo(20);
    starts[0]?.events.failed(playerError('expired'));
    await vi.advanceTimersByTimeAsync(0);
    expect(core.getSnapshot().error).toBeNull();
    expect(starts[1]).toMatchObject({ url: '/media/t2/m.m3u8', startAt: 20 });
    starts[1]?.events.failed(playerError('expired'));
    expect(core.getSnapshot()).toMatchObject({ phase: 'error', error: { kind: 'expired', retryable: true } });
    core.destroy();
  });

  it('shows why there is nothing to play, and a retry goes back to the same place', async () => {
    loadStream.mockRejectedValueOnce(new ApiError(409, { code: 'not_playable' }));
    const core = coreOf();
    await core.load();
    expect(core.getSnapshot()).toMatchObject({ phase: 'error', error: { kind: 'not-playable' } });
    await core.retry();
    video.loaded(60);
    video.moveTo(12);
    starts[0]?.events.failed(playerError('network'));
    expect(core.getSnapshot()).toMatchObject({ phase: 'error', playing: false });
    expect(engine.destroy).toHaveBeenCalledTimes(1);
    await core.retry();
    expect(starts[1]?.startAt).toBe(12);
    expect(core.getSnapshot()).toMatchObject({ error: null, playing: true });
    core.destroy();
  });

  it('says when the browser cannot', async () => {
    const core = coreOf(() => Promise.reject(new EngineUnavailable(playerError('unsupported'))));
    await core.load();
    expect(core.getSnapshot().error).toMatchObject({ kind: 'unsupported', retryable: false });
  });

  it('an engine that comes after the page has gone is put away', async () => {
    let open: (opened: Engine) => void = () => undefined;
    const core = coreOf(() => new Promise<Engine>((resolve) => (open = resolve)));
    const loading = core.load();
    await vi.advanceTimersByTimeAsync(0);
    core.destroy();
    open(engine);
    await loading;
    expect(engine.destroy).toHaveBeenCalledTimes(1);
  });

  it('chooses qualities and captions', async () => {
    const core = coreOf();
    await core.load();
    starts[0]?.events.levels([{ index: 0, height: 360 }, { index: 1, height: 720 }]);
    starts[0]?.events.captions([{ index: 0, label: 'English' }]);
    core.setLevel(1);
    core.setCaption(0);
    expect(engine.setLevel).toHaveBeenCalledWith(1);
    expect(engine.setCaption).toHaveBeenCalledWith(0);
    expect(core.getSnapshot()).toMatchObject({ level: 1, caption: 0 });
    core.destroy();
  });

  it('remembers the volume, and unmuting silence is heard', () => {
    kept.set('player.sound', '{"volume":0.4,"muted":true}');
    const core = coreOf();
    expect(core.getSnapshot()).toMatchObject({ volume: 0.4, muted: true });
    core.setVolume(1.7);
    expect(core.getSnapshot()).toMatchObject({ volume: 1, muted: false });
    core.setVolume(0);
    expect(core.getSnapshot()).toMatchObject({ volume: 0, muted: true });
    core.toggleMuted();
    expect(core.getSnapshot()).toMatchObject({ volume: 0.5, muted: false });
    expect(kept.get('player.sound')).toBe('{"volume":0.5,"muted":false}');
  });

  it('shows that it waits', async () => {
    const core = coreOf();
    await core.load();
    video.fire('waiting');
    expect(core.getSnapshot().buffering).toBe(true);
    video.fire('playing');
    expect(core.getSnapshot().buffering).toBe(false);
  });
});
