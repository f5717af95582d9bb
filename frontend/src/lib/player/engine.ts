import type { PlayerError } from './errors';

export interface Level {
  index: number;
  /** As people name it, see `nominalHeight`. */
  height: number;
}

export interface Caption {
  index: number;
  label: string;
}

export interface EngineEvents {
  levels(levels: Level[]): void;
  /** The height that plays now. */
  activeHeight(height: number): void;
  captions(captions: Caption[]): void;
  /** Whether the playlist is still being written. */
  growing(growing: boolean): void;
  failed(error: PlayerError): void;
}

/** What turns a playlist into pictures: hls.js, or the browser itself. */
export interface Engine {
  /** A level's index, or -1 for automatic. */
  setLevel(index: number): void;
  /** A caption's index, or -1 for none. */
  setCaption(index: number): void;
  /** The same video under a newly signed address. */
  readdress(url: string): void;
  destroy(): void;
}

export interface EngineStart {
  video: HTMLVideoElement;
  url: string;
  /** Seconds. */
  startAt: number;
  events: EngineEvents;
}

export type OpenEngine = (start: EngineStart) => Promise<Engine>;
