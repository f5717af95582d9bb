import { Store } from '@/lib/store';
import type { StreamPlayback } from '@/types';
import { renewalDelay } from '../addressRenewal';
import { playerErrorOf, type PlayerError } from '../errors';
import { bufferedTo } from '../mediaElement';
import type { PlayerMemory } from '../memory';
import { EngineUnavailable } from '../playerCore';
import type { LiveEngine, LiveEngineEvents, OpenLiveEngine } from './engine';
import { latencyOf } from './latency';
import { emptyLiveSnapshot, type LiveSnapshot } from './liveSnapshot';
import { HoldBack, paceOf } from './pace';
import { PlayMeter } from './playMeter';
import { Reconnects } from './reconnects';

export interface LivePorts {
  /** Where to play from; `fresh` when an address known earlier will not do. */
  loadPlayback: (fresh: boolean, signal: AbortSignal) => Promise<StreamPlayback>;
  openEngine: OpenLiveEngine;
  memory: Pick<PlayerMemory, 'sound' | 'keepSound'>;
  /** Told how many seconds were really played since the last time. */
  played: (seconds: number) => void;
  /** Milliseconds since 1970. */
  now: () => number;
  random: () => number;
}

/** What is wanted behind the edge where the browser does not say. */
const usualHoldBack = 1;
/** Further behind than that is not live any more. */
const liveWithin = 3;
/** Somebody who watches live and fell so far behind is taken back with a jump. */
const jumpAfter = 6;
const lookEveryMs = 250;
/** So often it is tried with the picture that stands there, which is about seven seconds, before all is opened anew. */
const resumesFirst = 4;

/** One broadcast on one element: joins at the live edge, stays there, rewinds, and comes back after every break. */
export class LiveCore extends Store<LiveSnapshot> {
  readonly #video: HTMLVideoElement;
  readonly #ports: LivePorts;
  readonly #life = new AbortController();
  readonly #holdBack = new HoldBack();
  readonly #meter: PlayMeter;
  readonly #reconnects: Reconnects;
  readonly #look: ReturnType<typeof setInterval>;
  #session = new AbortController();
  #engine: LiveEngine | null = null;
  #renewal: ReturnType<typeof setTimeout> | undefined;
  /** The viewer wants the newest moment, and did not rewind or pause. */
  #following = true;
  #wantsToPlay = true;
  /** Where somebody who rewound goes back to when it must be opened anew. */
  #returnTo: number | null = null;

  constructor(video: HTMLVideoElement, ports: LivePorts, muted = false) {
    const sound = ports.memory.sound();
    super({ ...emptyLiveSnapshot, volume: sound.volume, muted: sound.muted || muted });
    this.#video = video;
    this.#ports = ports;
    this.#meter = new PlayMeter(ports.played);
    this.#reconnects = new Reconnects(ports.random);
    video.volume = sound.volume;
    video.muted = sound.muted || muted;
    this.#listen(muted);
    this.#look = setInterval(() => this.#moved(), lookEveryMs);
  }

  async load(fresh = false): Promise<void> {
    this.#close();
    const session = new AbortController();
    this.#session = session;
    this.#patch({ phase: this.getSnapshot().phase === 'waiting' ? 'waiting' : 'loading' });
    try {
      const playback = await this.#ports.loadPlayback(fresh, session.signal);
      session.signal.throwIfAborted();
      const engine = await this.#ports.openEngine({ video: this.#video, url: playback.url, events: this.#events(session.signal) });
      if (session.signal.aborted) {
        engine.destroy();
        return;
      }
      this.#engine = engine;
      this.#renewLater(playback, session.signal);
    } catch (error) {
      if (!session.signal.aborted) this.#failed(error instanceof EngineUnavailable ? error.reason : playerErrorOf(error), true);
    }
  }

  /** Tries again now rather than after the pause. */
  retry(): void {
    this.#reconnects.reset();
    this.#reopen();
  }

  /** It is said that there is a broadcast again: an attempt that waits need not wait longer. */
  nudge(): void {
    if (this.getSnapshot().phase === 'waiting') this.retry();
  }

  async play(): Promise<void> {
    this.#wantsToPlay = true;
    try {
      await this.#video.play();
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError' || this.#video.muted) return;
      // Before the page was touched browsers allow pictures only; the sound is one press away.
      this.#patch({ silenced: true });
      this.#video.muted = true;
      await this.#video.play().catch(() => undefined);
    }
  }

  toggle(): void {
    if (this.#video.paused) {
      void this.play();
      return;
    }
    this.#wantsToPlay = false;
    this.#following = false;
    this.#video.pause();
  }

  /** Goes to a second of what can be watched; near its end that is live. */
  seek(seconds: number): void {
    const timeline = this.#engine?.timeline();
    if (!timeline) return;
    const live = timeline.edge - this.#target();
    const wanted = timeline.start + Math.max(0, seconds);
    this.#following = wanted >= live - 0.5 && !this.getSnapshot().finished;
    this.#video.currentTime = Math.max(timeline.start, Math.min(wanted, live));
    this.#patch({ over: false });
    this.#moved();
  }

  seekTo(fraction: number): void {
    this.seek(this.getSnapshot().duration * fraction);
  }

  skip(seconds: number): void {
    this.seek(this.getSnapshot().time + seconds);
  }

  toLive(): void {
    this.seek(Infinity);
    void this.play();
  }

  setVolume(volume: number): void {
    this.#video.volume = Math.min(1, Math.max(0, volume));
    this.#video.muted = this.#video.volume === 0;
  }

  toggleMuted(): void {
    if (this.#video.muted && this.#video.volume === 0) this.#video.volume = 0.5;
    this.#video.muted = !this.#video.muted;
  }

  setLevel(level: number): void {
    this.#engine?.setLevel(level);
    this.#patch({ level });
  }

  async togglePictureInPicture(): Promise<void> {
    if (document.pictureInPictureElement === this.#video) await document.exitPictureInPicture();
    // Refused before there is a picture; then nothing happens, as the person sees.
    else await this.#video.requestPictureInPicture().catch(() => undefined);
  }

  destroy(): void {
    this.#close();
    clearInterval(this.#look);
    this.#meter.stop();
    this.#life.abort();
  }

  #close(): void {
    clearTimeout(this.#renewal);
    this.#reconnects.cancel();
    this.#session.abort();
    this.#engine?.destroy();
    this.#engine = null;
  }

  #events(signal: AbortSignal): LiveEngineEvents {
    const alive = (act: () => void) => {
      if (!signal.aborted) act();
    };
    return {
      levels: (levels) => alive(() => this.#patch({ levels, level: -1 })),
      activeHeight: (activeHeight) => alive(() => this.#patch({ activeHeight })),
      advanced: () => alive(() => this.#arrives()),
      finished: () => alive(() => this.#patch({ finished: true })),
      failed: (error) => alive(() => this.#failed(error, false)),
    };
  }

  #arrives(): void {
    this.#reconnects.reset();
    if (this.getSnapshot().phase === 'waiting') this.#patch({ phase: 'ready', error: null });
  }

  /** A broadcast is never given up while it may come back: only a browser that cannot play it, or a stream that is gone, is final. */
  #failed(error: PlayerError, unopened: boolean): void {
    const final = error.kind === 'unsupported' || (unopened && error.kind === 'not-found');
    if (final) {
      this.#close();
      this.#patch({ phase: 'error', error, buffering: false });
      return;
    }
    this.#patch({ phase: 'waiting', error });
    // The picture that stands there stays, unless going on with it does not help.
    const anew = unopened || error.kind !== 'network' || this.#reconnects.failures >= resumesFirst;
    this.#reconnects.later(() => {
      if (anew) this.#reopen();
      else this.#engine?.resume();
    });
  }

  #reopen(): void {
    const { phase, time } = this.getSnapshot();
    if (!this.#following && phase !== 'loading' && time > 0) this.#returnTo ??= time;
    void this.load(true);
  }

  #renewLater(playback: StreamPlayback, signal: AbortSignal): void {
    const delay = renewalDelay(playback.expiresAt, this.#ports.now());
    if (delay === null) return;
    this.#renewal = setTimeout(() => void this.#renew(playback, signal), delay);
  }

  async #renew(old: StreamPlayback, signal: AbortSignal): Promise<void> {
    try {
      const next = await this.#ports.loadPlayback(true, signal);
      signal.throwIfAborted();
      this.#engine?.readdress(next.url);
      this.#renewLater(next, signal);
    } catch {
      // The old address may still do; when it stops, the engine says so.
      if (!signal.aborted) this.#renewLater(old, signal);
    }
  }

  #listen(mutedByPage: boolean): void {
    const video = this.#video;
    const on = (names: string[], handler: () => void) => {
      for (const name of names) video.addEventListener(name, handler, { signal: this.#life.signal });
    };
    on(['play', 'playing', 'pause'], () => this.#patch({ playing: !video.paused }));
    on(['waiting'], () => this.#stalled());
    on(['seeking'], () => this.#patch({ buffering: true }));
    on(['playing', 'seeked', 'canplay'], () => this.#patch({ buffering: false }));
    on(['loadedmetadata'], () => {
      // Not earlier: what a video was told before it has a source is forgotten with the source.
      if (this.#wantsToPlay && video.paused) void this.play();
    });
    on(['loadeddata'], () => this.#ready());
    on(['timeupdate', 'progress', 'seeked', 'pause'], () => this.#moved());
    on(['ended'], () => this.#patch({ over: true, playing: false, buffering: false }));
    on(['volumechange'], () => {
      const silenced = this.getSnapshot().silenced && video.muted;
      this.#patch({ volume: video.volume, muted: video.muted, silenced });
      // What the browser or the page chose is not what the viewer wants elsewhere.
      if (!silenced && !mutedByPage) this.#ports.memory.keepSound({ volume: video.volume, muted: video.muted });
    });
  }

  #ready(): void {
    this.#patch({ phase: 'ready', error: null });
    const place = this.#returnTo;
    this.#returnTo = null;
    if (place === null) this.#moved();
    else this.seek(place);
  }

  #stalled(): void {
    this.#patch({ buffering: true });
    if (this.#following && !this.#video.seeking) this.#holdBack.stalled(this.#ports.now());
  }

  /** Seconds behind the edge that are wanted. */
  #target(): number {
    if (this.getSnapshot().finished) return 0;
    return this.#holdBack.of(this.#engine?.timeline()?.holdBack ?? usualHoldBack, this.#ports.now());
  }

  #moved(): void {
    const video = this.#video;
    const playing = !video.paused && !video.seeking && video.readyState >= 3;
    this.#meter.at(video.currentTime, playing);
    const timeline = this.#engine?.timeline();
    if (!timeline || video.readyState === 0) return;
    const { finished } = this.getSnapshot();
    const behind = Math.max(0, timeline.edge - video.currentTime);
    const target = this.#target();
    this.#patch({
      time: Math.max(0, video.currentTime - timeline.start),
      duration: Math.max(0, timeline.edge - timeline.start),
      bufferedTo: Math.max(0, bufferedTo(video) - timeline.start),
      behind,
      atLive: !finished && behind <= target + liveWithin,
      shownAt: timeline.shownAt,
      latency: latencyOf(behind, timeline.shownAt, this.#ports.now()),
    });
    if (playing && !finished && timeline.holdBack !== null) this.#keepPace(behind, target);
  }

  #keepPace(behind: number, target: number): void {
    const video = this.#video;
    if (!this.#following) {
      if (video.playbackRate !== 1) video.playbackRate = 1;
      return;
    }
    if (behind > target + jumpAfter) {
      this.seek(Infinity);
      return;
    }
    const rate = paceOf({ behind, target, ahead: bufferedTo(video) - video.currentTime });
    if (video.playbackRate !== rate) video.playbackRate = rate;
  }

  #patch(patch: Partial<LiveSnapshot>): void {
    this.set({ ...this.getSnapshot(), ...patch });
  }
}
