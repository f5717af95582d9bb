import type { EngineEvents } from '../engine';

/** Where the broadcast stands, in seconds of the video element's own time. */
export interface LiveTimeline {
  /** The first moment that can still be watched. */
  start: number;
  /** The last moment there is, reckoned on since the playlist was last written. */
  edge: number;
  /** How far behind the edge there is always something to play; null where the browser keeps that to itself. */
  holdBack: number | null;
  /** When the picture that is shown was taken, by the broadcaster's clock, in milliseconds since 1970; null without such dates. */
  shownAt: number | null;
}

export interface LiveEngineEvents extends Pick<EngineEvents, 'levels' | 'activeHeight' | 'failed'> {
  /** There is more than before. */
  advanced(): void;
  /** The broadcast has ended; what there is can be watched to its end. */
  finished(): void;
}

export interface LiveEngine {
  timeline(): LiveTimeline | null;
  /** A level's index, or -1 for automatic. */
  setLevel(index: number): void;
  /** The same broadcast under a newly signed address. */
  readdress(url: string): void;
  /** After a failure: goes on loading, with the picture that stands there. */
  resume(): void;
  destroy(): void;
}

export interface LiveEngineStart {
  video: HTMLVideoElement;
  url: string;
  events: LiveEngineEvents;
}

export type OpenLiveEngine = (start: LiveEngineStart) => Promise<LiveEngine>;
