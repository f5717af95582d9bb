import { queueLimit, soundBitsPerSecond } from './bitrate';
import type { Capture } from './capture';
import type { BroadcastPorts, IngestSocket } from './ports';
import type { BroadcastProblem } from './problem';
import type { Recorder } from './recorder';
import { readServerMessage } from './serverMessage';

export type ConnectionEnd =
  | { why: 'refused' | 'stopped'; problem: BroadcastProblem }
  /** The network or the server went away. */
  | { why: 'lost' }
  /** The upload could not keep up. `drained`: what was queued has been sent, so the network itself is there. */
  | { why: 'slow'; drained: boolean }
  /** The recorder failed or stood still. */
  | { why: 'recorder' };

export interface ConnectionEvents {
  accepted(): void;
  /** Bytes handed to the network so far. */
  sent(bytes: number): void;
  tooSlow(): void;
  ended(end: ConnectionEnd): void;
}

export interface ConnectionOptions {
  path: string;
  capture: Capture;
  mimeType: string;
  videoBitsPerSecond: number;
}

const answerMs = 10_000;
/** A recorder that gives nothing for so long has hung. */
const stallMs = 6_000;
/** What waits longer than that is not live any more. */
const mostWaitingMs = 3_000;
const drainMs = 10_000;
const drainStepMs = 100;
const closeMs = 2_000;

/**
 * One connection with one recorder. Its queue is the socket's, bounded at three seconds, and in bytes: beyond that recording stops, the
 * queue drains and the connection ends as `slow`, so that the next one begins with a keyframe. A hole inside a recording could not be decoded.
 */
export class IngestConnection {
  readonly #ports: Pick<BroadcastPorts, 'openSocket' | 'openRecorder' | 'clock'>;
  readonly #options: ConnectionOptions;
  readonly #events: ConnectionEvents;
  readonly #socket: IngestSocket;
  readonly #limit: number;
  #recorder: Recorder | null = null;
  #timer: () => void;
  #queued = 0;
  /** Where each chunk that may still wait ends, and since when it waits. */
  #waiting: { end: number; since: number }[] = [];
  #ending: ConnectionEnd | null = null;
  #over = false;

  constructor(ports: Pick<BroadcastPorts, 'openSocket' | 'openRecorder' | 'clock'>, options: ConnectionOptions, events: ConnectionEvents) {
    this.#ports = ports;
    this.#options = options;
    this.#events = events;
    this.#limit = queueLimit(options.videoBitsPerSecond);
    this.#timer = ports.clock.after(answerMs, () => this.#finish({ why: 'lost' }));
    this.#socket = ports.openSocket(options.path, {
      opened: () => this.#socket.send(JSON.stringify({ mimeType: options.mimeType })),
      message: (text) => this.#read(text),
      closed: () => this.#over || this.#report(this.#ending ?? { why: 'lost' }),
    });
  }

  /** Ends it without a word to who listens. */
  close(): void {
    this.#over = true;
    this.#stopRecording();
    this.#socket.close();
  }

  #read(text: string): void {
    if (this.#over) return;
    const message = readServerMessage(text);
    if (message === null) return;
    if (message.type === 'accepted') this.#record();
    else this.#finish({ why: message.type, problem: { code: message.code, sentence: message.message } });
  }

  #record(): void {
    if (this.#recorder || this.#ending) return;
    const { capture, mimeType, videoBitsPerSecond } = this.#options;
    try {
      this.#recorder = this.#ports.openRecorder(
        capture.media,
        { mimeType, videoBitsPerSecond, audioBitsPerSecond: soundBitsPerSecond },
        { data: (chunk) => this.#send(chunk), failed: () => this.#finish({ why: 'recorder' }) },
      );
    } catch {
      this.#finish({ why: 'recorder' });
      return;
    }
    this.#watchRecorder();
    this.#events.accepted();
  }

  #send(chunk: Blob): void {
    this.#socket.send(chunk);
    this.#queued += chunk.size;
    this.#watchRecorder();
    const now = this.#ports.clock.now();
    const inSocket = this.#socket.bufferedAmount;
    const sent = Math.max(0, this.#queued - inSocket);
    this.#waiting.push({ end: this.#queued, since: now });
    this.#waiting = this.#waiting.filter(({ end }) => end > sent);
    this.#events.sent(sent);
    const [oldest] = this.#waiting;
    if (inSocket <= this.#limit && (oldest === undefined || now - oldest.since <= mostWaitingMs)) return;
    this.#stopRecording();
    this.#ending = { why: 'slow', drained: false };
    this.#events.tooSlow();
    this.#drain(drainMs);
  }

  #watchRecorder(): void {
    this.#timer();
    this.#timer = this.#ports.clock.after(stallMs, () => this.#finish({ why: 'recorder' }));
  }

  #drain(leftMs: number): void {
    const drained = this.#socket.bufferedAmount === 0;
    if (drained || leftMs <= 0) this.#finish({ why: 'slow', drained });
    else this.#timer = this.#ports.clock.after(drainStepMs, () => this.#drain(leftMs - drainStepMs));
  }

  /** The server must have seen the end of this one before the next one comes; a network that is gone is not waited for. */
  #finish(end: ConnectionEnd): void {
    if (this.#over) return;
    this.#stopRecording();
    this.#ending = end;
    this.#timer = this.#ports.clock.after(end.why === 'lost' || (end.why === 'slow' && !end.drained) ? 0 : closeMs, () => this.#report(end));
    this.#socket.close();
  }

  #report(end: ConnectionEnd): void {
    if (this.#over) return;
    this.#over = true;
    this.#stopRecording();
    this.#events.ended(end);
  }

  #stopRecording(): void {
    this.#timer();
    this.#recorder?.stop();
    this.#recorder = null;
  }
}
