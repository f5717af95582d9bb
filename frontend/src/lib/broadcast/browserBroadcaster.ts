import { ApiError, sentenceOf } from '@/lib/api/errors';
import { Store } from '@/lib/store';
import { SpeedMeter } from '@/lib/upload/speedMeter';
import { graceMs } from './backoff';
import { bitrateFor, lowerBitrate } from './bitrate';
import type { CaptureRequest } from './capture';
import { captureProblem } from './captureProblem';
import { IngestConnection, type ConnectionEnd } from './connection';
import { PageGuards } from './pageGuards';
import type { BroadcastPorts } from './ports';
import { problems, type BroadcastProblem } from './problem';
import { RetryPlan } from './retryPlan';
import { idleSnapshot, isSending, type BroadcastSnapshot } from './snapshot';

/** A recorder that fails twice in so short a time will not do. */
const recorderPatienceMs = 30_000;
/** After a break the server may still hold the old connection for a moment. */
const passingRefusals = new Set(['already_connected']);

/**
 * A broadcast out of this page: captures, records, sends, and comes back after breaks. Everything the page shows of it is in the
 * snapshot. One per stream and page.
 */
export class BrowserBroadcaster extends Store<BroadcastSnapshot> {
  readonly #ports: BroadcastPorts;
  readonly #guards: PageGuards;
  #connection: IngestConnection | null = null;
  #plan: RetryPlan;
  #meter = new SpeedMeter();
  #callOff: () => void = () => undefined;
  /** Changes with every attempt, so that answers to an earlier one are passed over. */
  #attempt: object | null = null;
  #opening = 0;
  #recorderFailedAt = -Infinity;
  #wasAccepted = false;

  constructor(ports: BroadcastPorts) {
    super(idleSnapshot);
    this.#ports = ports;
    this.#plan = new RetryPlan(ports.clock);
    this.#guards = new PageGuards(ports.page, (hidden) => this.#patch({ hidden }), () => this.#online());
  }

  /** Opens camera or screen. While it sends, viewers see the change after a short break. */
  async choose(request: CaptureRequest): Promise<void> {
    const opening = ++this.#opening;
    const before = this.getSnapshot();
    if (!isSending(before.phase)) this.#patch({ phase: 'asking', problem: null });
    try {
      const capture = await this.#ports.openCapture(request, {
        pictureEnded: () => opening === this.#opening && this.#pictureEnded(request.kind === 'screen'),
        soundEnded: () => opening === this.#opening && this.#patch({ soundLost: true }),
      });
      if (opening !== this.#opening) {
        capture.close();
        return;
      }
      this.getSnapshot().capture?.close();
      capture.mute(this.getSnapshot().muted);
      this.#patch({ capture, soundLost: false, videoBitsPerSecond: bitrateFor(capture.size) });
      if (isSending(this.getSnapshot().phase)) this.#reconnectNow();
      else this.#patch({ phase: 'ready' });
    } catch (error) {
      if (opening !== this.#opening) return;
      const problem = captureProblem(error, request.kind);
      // What is being sent already goes on.
      if (isSending(this.getSnapshot().phase)) this.#patch({ problem });
      else this.#patch({ phase: before.capture ? 'ready' : 'failed', problem });
    }
  }

  /** Sends what was chosen. Only the broadcaster sees it until the stream is live. */
  send(): void {
    const { capture, phase } = this.getSnapshot();
    if (!capture || isSending(phase) || phase === 'asking') return;
    this.#plan = new RetryPlan(this.#ports.clock);
    this.#wasAccepted = false;
    this.#recorderFailedAt = -Infinity;
    this.#patch({ phase: 'connecting', problem: null, slowAt: null, videoBitsPerSecond: bitrateFor(capture.size) });
    this.#guards.on();
    void this.#connect();
  }

  /** Sends no more; camera or screen stay open. */
  stop(): void {
    this.#rest({ phase: this.getSnapshot().capture ? 'ready' : 'idle', problem: null });
  }

  /** The session is over: an encoder that went on by itself would be a surprise. Camera or screen stay open. */
  sessionOver(): void {
    if (isSending(this.getSnapshot().phase)) this.#rest({ phase: 'stopped', problem: problems.ended });
  }

  /** Sends no more and gives back camera, screen and microphone. */
  close(): void {
    this.#opening += 1;
    this.getSnapshot().capture?.close();
    this.#rest({ ...idleSnapshot, muted: this.getSnapshot().muted });
  }

  setMuted(muted: boolean): void {
    this.getSnapshot().capture?.mute(muted);
    this.#patch({ muted });
  }

  async #connect(): Promise<void> {
    const attempt = {};
    this.#attempt = attempt;
    const current = () => this.#attempt === attempt;
    const { capture, videoBitsPerSecond } = this.getSnapshot();
    const mimeType = capture && this.#ports.mimeType(capture.hasSound);
    if (!capture) return;
    if (!mimeType) {
      this.#rest({ phase: 'failed', problem: problems.unsupported });
      return;
    }
    const path = await this.#ports.address().catch((error: unknown) => {
      if (current()) this.#addressFailed(error);
      return undefined;
    });
    if (path === undefined || !current()) return;
    if (path === null) {
      this.#rest({ phase: 'refused', problem: problems.noBrowserIngest });
      return;
    }
    this.#meter = new SpeedMeter();
    this.#connection = new IngestConnection(this.#ports, { path, capture, mimeType, videoBitsPerSecond }, {
      accepted: () => this.#accepted(),
      sent: (bytes) => this.#sent(bytes),
      tooSlow: () => this.#patch({ slowAt: this.#ports.clock.now() }),
      ended: (end) => this.#ended(end),
    });
  }

  #accepted(): void {
    this.#wasAccepted = true;
    this.#plan.accepted();
    this.#patch({ phase: 'sending', problem: null, retryAt: null, giveUpAt: null });
  }

  #sent(bytes: number): void {
    this.#meter.add(bytes, this.#ports.clock.now());
    this.#patch({ bytesPerSecond: this.#meter.speed });
  }

  #ended(end: ConnectionEnd): void {
    this.#connection = null;
    switch (end.why) {
      case 'refused':
        if (this.#wasAccepted && passingRefusals.has(end.problem.code)) this.#retryLater();
        else this.#rest({ phase: 'refused', problem: end.problem });
        return;
      case 'stopped':
        this.#rest({ phase: 'stopped', problem: end.problem });
        return;
      case 'slow':
        this.#patch({ videoBitsPerSecond: lowerBitrate(this.getSnapshot().videoBitsPerSecond) });
        if (end.drained) this.#reconnectNow();
        else this.#retryLater();
        return;
      case 'recorder':
        this.#recorderFailed();
        return;
      case 'lost':
        this.#retryLater();
    }
  }

  #recorderFailed(): void {
    const now = this.#ports.clock.now();
    const again = now - this.#recorderFailedAt < recorderPatienceMs;
    this.#recorderFailedAt = now;
    if (again) this.#rest({ phase: 'failed', problem: problems.recorder });
    else this.#reconnectNow();
  }

  #addressFailed(error: unknown): void {
    if (!(error instanceof ApiError) || error.passing) this.#retryLater();
    else this.#rest({ phase: 'refused', problem: { code: error.code, sentence: sentenceOf(error) } });
  }

  #retryLater(): void {
    const next = this.#plan.next();
    if (next === null) {
      this.#rest({ phase: 'failed', problem: problems.gaveUp });
      return;
    }
    this.#patch({ phase: 'reconnecting', bytesPerSecond: null, ...next });
    this.#callOff = this.#ports.clock.after(next.retryAt - this.#ports.clock.now(), () => this.#again());
  }

  #reconnectNow(): void {
    this.#drop();
    const giveUpAt = this.getSnapshot().giveUpAt ?? this.#ports.clock.now() + graceMs;
    this.#patch({ phase: 'reconnecting', bytesPerSecond: null, retryAt: this.#ports.clock.now(), giveUpAt });
    void this.#connect();
  }

  #online(): void {
    if (this.getSnapshot().phase !== 'reconnecting' || this.#connection) return;
    this.#again();
  }

  #again(): void {
    this.#callOff();
    this.#patch({ retryAt: this.#ports.clock.now() });
    void this.#connect();
  }

  #pictureEnded(screen: boolean): void {
    this.getSnapshot().capture?.close();
    const problem: BroadcastProblem = screen ? problems.screenEnded : problems.cameraGone;
    this.#rest({ phase: screen ? 'stopped' : 'failed', problem, capture: null });
  }

  #drop(): void {
    this.#callOff();
    this.#attempt = null;
    this.#connection?.close();
    this.#connection = null;
  }

  #rest(patch: Partial<BroadcastSnapshot>): void {
    this.#drop();
    this.#guards.off();
    this.#patch({ bytesPerSecond: null, retryAt: null, giveUpAt: null, hidden: false, slowAt: null, ...patch });
  }

  #patch(patch: Partial<BroadcastSnapshot>): void {
    this.set({ ...this.getSnapshot(), ...patch });
  }
}
