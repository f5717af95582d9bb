import type { Capture, CaptureEvents, CaptureRequest } from './capture';
import type { Recorder, RecorderEvents, RecorderOptions } from './recorder';

export interface IngestSocket {
  send(data: string | Blob): void;
  /** Sends what is queued, then says goodbye. */
  close(): void;
  /** Bytes that are queued and not on the network yet. */
  readonly bufferedAmount: number;
}

export interface SocketEvents {
  opened(): void;
  message(text: string): void;
  /** Once, also when it never opened. */
  closed(): void;
}

export type OpenSocket = (path: string, events: SocketEvents) => IngestSocket;

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 up to 1. */
  random(): number;
  /** Runs once after `ms`; answers what calls it off. */
  after(ms: number, run: () => void): () => void;
}

/** What the page around a broadcast can do for it. Each answers what ends it. */
export interface BroadcastPage {
  /** Tells whether the tab is out of sight: now, and whenever that changes. */
  watchHidden(listener: (hidden: boolean) => void): () => void;
  /** Tells when the network comes back. */
  watchOnline(listener: () => void): () => void;
  /** The browser asks before the tab is closed. */
  warnBeforeLeaving(): () => void;
  /** The screen stays on, where the browser can do that. */
  keepAwake(): () => void;
}

export interface BroadcastPorts {
  /** A fresh WebSocket path, or null when this server takes nothing from browsers. Throws `ApiError`. */
  address(): Promise<string | null>;
  openSocket: OpenSocket;
  /** Throws when the browser cannot record this. */
  openRecorder: (media: MediaStream, options: RecorderOptions, events: RecorderEvents) => Recorder;
  /** Throws what `captureProblem` explains. */
  openCapture(request: CaptureRequest, events: CaptureEvents): Promise<Capture>;
  /** What the recorder and the server both know, the best first; null for none. */
  mimeType(withSound: boolean): string | null;
  clock: Clock;
  page: BroadcastPage;
}
