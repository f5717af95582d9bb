import { Store } from '@/lib/store';
import type { VideoStream } from '@/types';
import { renewalDelay } from './addressRenewal';
import type { Engine, EngineEvents, OpenEngine } from './engine';
import { playerErrorOf, type PlayerError } from './errors';
import { bufferedTo, lengthOf } from './mediaElement';
import type { PlayerMemory } from './memory';
import { emptySnapshot, type PlayerSnapshot } from './snapshot';

export class EngineUnavailable extends Error {
  readonly reason: PlayerError;
  constructor(reason: PlayerError) {
    super(reason.sentence);
    this.reason = reason;
  }
}

export interface PlayerPorts {
  loadStream: (signal: AbortSignal) => Promise<VideoStream>;
  openEngine: OpenEngine;
  memory: PlayerMemory;
  /** Milliseconds since 1970. */
  now: () => number;
}

const keepPlaceEverySeconds = 5;
const edgeSeconds = 1;
/** A refused address is renewed by itself, but not twice in so short a time. */
const quietRetryMs = 30_000;

/** One video on one element: loads, plays, remembers, renews its address, and tells how it stands. */
export class PlayerCore extends Store<PlayerSnapshot> {
  readonly #videoId: string;
  readonly #video: HTMLVideoElement;
  readonly #ports: PlayerPorts;
  #session = new AbortController();
  readonly #life = new AbortController();
  #engine: Engine | null = null;
  #renewal: ReturnType<typeof setTimeout> | undefined;
  #keptAt = 0;
  #quietlyRetriedAt = -Infinity;

  constructor(videoId: string, video: HTMLVideoElement, ports: PlayerPorts) {
    const { volume, muted } = ports.memory.sound();
    super({ ...emptySnapshot, volume, muted });
    this.#videoId = videoId;
    this.#video = video;
    this.#ports = ports;
    video.volume = volume;
    video.muted = muted;
    this.#listen();
  }

  async load(startAt = this.#ports.memory.placeOf(this.#videoId)): Promise<void> {
    this.#close();
    const session = new AbortController();
    this.#session = session;
    this.#patch({ phase: 'loading', error: null });
    try {
      const stream = await this.#ports.loadStream(session.signal);
      session.signal.throwIfAborted();
      this.#patch({ storyboard: stream.storyboard });
      const engine = await this.#ports.openEngine({ video: this.#video, url: stream.url, startAt, events: this.#events(session.signal) });
      if (session.signal.aborted) {
        engine.destroy();
        return;
      }
      this.#engine = engine;
      this.#renewLater(stream, session.signal);
    } catch (error) {
      if (!session.signal.aborted) this.#fail(error instanceof EngineUnavailable ? error.reason : playerErrorOf(error));
    }
  }

  /** After an error: the same place again, playing as before. */
  async retry(): Promise<void> {
    const { time } = this.getSnapshot();
    await this.load(time);
    await this.play();
  }

  async play(): Promise<void> {
    // Refused when the page was not touched yet; then the person presses play again.
    await this.#video.play().catch(() => undefined);
  }

  toggle(): void {
    if (this.#video.paused) void this.play();
    else this.#video.pause();
  }

  seek(seconds: number): void {
    const { duration, growing } = this.getSnapshot();
    // At the very edge of what is being made there is nothing to show yet.
    const end = growing ? duration - edgeSeconds : duration;
    const target = Math.min(Math.max(0, seconds), Math.max(0, end));
    this.#video.currentTime = target;
    this.#patch({ time: target, ended: false });
  }

  seekTo(fraction: number): void {
    this.seek(this.getSnapshot().duration * fraction);
  }

  skip(seconds: number): void {
    this.seek(this.#video.currentTime + seconds);
  }

  setVolume(volume: number): void {
    this.#video.volume = Math.min(1, Math.max(0, volume));
    this.#video.muted = this.#video.volume === 0;
  }

  toggleMuted(): void {
    if (this.#video.muted && this.#video.volume === 0) this.#video.volume = 0.5;
    this.#video.muted = !this.#video.muted;
  }

  setRate(rate: number): void {
    this.#video.playbackRate = rate;
  }

  setLevel(level: number): void {
    this.#engine?.setLevel(level);
    this.#patch({ level });
  }

  setCaption(caption: number): void {
    this.#engine?.setCaption(caption);
    this.#patch({ caption });
  }

  async togglePictureInPicture(): Promise<void> {
    if (document.pictureInPictureElement === this.#video) await document.exitPictureInPicture();
    // Refused before there is a picture; then nothing happens, as the person sees.
    else await this.#video.requestPictureInPicture().catch(() => undefined);
  }

  destroy(): void {
    this.#keepPlace();
    this.#close();
    this.#life.abort();
  }

  #close(): void {
    clearTimeout(this.#renewal);
    this.#session.abort();
    this.#engine?.destroy();
    this.#engine = null;
  }

  #events(signal: AbortSignal): EngineEvents {
    const alive = (patch: Partial<PlayerSnapshot>) => {
      if (!signal.aborted) this.#patch(patch);
    };
    return {
      levels: (levels) => alive({ levels, level: -1 }),
      activeHeight: (activeHeight) => alive({ activeHeight }),
      captions: (captions) => alive({ captions }),
      growing: (growing) => alive({ growing }),
      failed: (error) => {
        if (!signal.aborted) this.#engineFailed(error);
      },
    };
  }

  #engineFailed(error: PlayerError): void {
    const now = this.#ports.now();
    if (error.kind === 'expired' && now - this.#quietlyRetriedAt > quietRetryMs) {
      this.#quietlyRetriedAt = now;
      void (this.#video.paused ? this.load(this.#video.currentTime) : this.retry());
      return;
    }
    this.#fail(error);
  }

  #fail(error: PlayerError): void {
    this.#keepPlace();
    this.#video.pause();
    this.#close();
    this.#patch({ phase: 'error', error, buffering: false });
  }

  #renewLater(stream: VideoStream, signal: AbortSignal): void {
    const delay = renewalDelay(stream.expiresAt, this.#ports.now());
    if (delay === null) return;
    this.#renewal = setTimeout(() => void this.#renew(stream, signal), delay);
  }

  async #renew(old: VideoStream, signal: AbortSignal): Promise<void> {
    try {
      const next = await this.#ports.loadStream(signal);
      signal.throwIfAborted();
      this.#engine?.readdress(next.url);
      this.#patch({ storyboard: next.storyboard });
      this.#renewLater(next, signal);
    } catch {
      // The old address may still do; when it stops, the engine says so.
      if (!signal.aborted) this.#renewLater(old, signal);
    }
  }

  #listen(): void {
    const video = this.#video;
    const on = (names: string[], handler: () => void) => {
      for (const name of names) video.addEventListener(name, handler, { signal: this.#life.signal });
    };
    on(['play', 'playing', 'pause', 'ended'], () => this.#patch({ playing: !video.paused, ended: video.ended }));
    on(['waiting', 'seeking'], () => this.#patch({ buffering: true }));
    on(['playing', 'seeked', 'canplay'], () => this.#patch({ buffering: false }));
    on(['loadedmetadata'], () => this.#ready());
    on(['timeupdate', 'durationchange', 'progress', 'seeked'], () => this.#moved());
    on(['pause'], () => this.#keepPlace());
    on(['ratechange'], () => this.#patch({ rate: video.playbackRate }));
    on(['volumechange'], () => {
      this.#patch({ volume: video.volume, muted: video.muted });
      this.#ports.memory.keepSound({ volume: video.volume, muted: video.muted });
    });
    window.addEventListener('pagehide', () => this.#keepPlace(), { signal: this.#life.signal });
  }

  #ready(): void {
    const duration = lengthOf(this.#video);
    // Remembered from another attempt that had more of the film.
    if (duration > 0 && this.#video.currentTime > duration) this.#video.currentTime = 0;
    this.#patch({ phase: 'ready', duration });
  }

  #moved(): void {
    const video = this.#video;
    this.#patch({ time: video.currentTime, duration: lengthOf(video), bufferedTo: bufferedTo(video) });
    if (Math.abs(video.currentTime - this.#keptAt) >= keepPlaceEverySeconds && !video.paused) this.#keepPlace();
  }

  #keepPlace(): void {
    const { currentTime } = this.#video;
    // Nothing was watched yet, and a place remembered earlier must not be lost.
    if (this.#video.readyState === 0) return;
    this.#keptAt = currentTime;
    const length = lengthOf(this.#video);
    // The end of what there is so far is not the end of the film.
    this.#ports.memory.keepPlace(this.#videoId, currentTime, this.getSnapshot().growing ? Infinity : length);
  }

  #patch(patch: Partial<PlayerSnapshot>): void {
    this.set({ ...this.getSnapshot(), ...patch });
  }
}
