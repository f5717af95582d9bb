import type { Capture, CaptureEvents, CaptureRequest } from '@/lib/broadcast/capture';
import type { BroadcastPage, BroadcastPorts, Clock, IngestSocket, SocketEvents } from '@/lib/broadcast/ports';
import type { RecorderEvents, RecorderOptions } from '@/lib/broadcast/recorder';

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  at = 0;
  #due: { at: number; run: () => void }[] = [];
  now = (): number => this.at;
  random = (): number => 0.5;
  after = (ms: number, run: () => void): (() => void) => {
    const entry = { at: this.at + ms, run };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  };
  /** Runs what falls due on the way, and lets promises settle after each. */
  async advance(ms: number): Promise<void> {
    const end = this.at + ms;
    await settle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.at = next.at;
      this.#due = this.#due.filter((other) => other !== next);
      next.run();
      await settle();
    }
    this.at = end;
  }
  #next(end: number) {
    return this.#due.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

export async function settle(): Promise<void> {
  for (let i = 0; i < 10; i += 1) await Promise.resolve();
}

export class FakeSocket implements IngestSocket {
  readonly path: string;
  readonly sent: (string | Blob)[] = [];
  bufferedAmount = 0;
  closing = false;
  readonly #events: SocketEvents;
  constructor(path: string, events: SocketEvents) {
    this.path = path;
    this.#events = events;
  }
  send = (data: string | Blob): void => void this.sent.push(data);
  close = (): void => {
    this.closing = true;
  };
  open(): void {
    this.#events.opened();
  }
  says(message: object): void {
    this.#events.message(JSON.stringify(message));
  }
  /** The other side, or the network, ends it. */
  drop(): void {
    this.#events.closed();
  }
}

export class FakeRecorder {
  readonly options: RecorderOptions;
  readonly events: RecorderEvents;
  stopped = false;
  constructor(options: RecorderOptions, events: RecorderEvents) {
    this.options = options;
    this.events = events;
  }
  stop = (): void => {
    this.stopped = true;
  };
  gives(bytes: number): void {
    this.events.data({ size: bytes } as Blob);
  }
}

export class FakeCapture implements Capture {
  readonly kind;
  readonly media = {} as MediaStream;
  readonly size = { width: 1280, height: 720, frameRate: 30 };
  readonly hasSound: boolean = true;
  readonly cameraId: string | null;
  readonly microphoneId: string | null;
  readonly events: CaptureEvents;
  muted = false;
  closed = false;
  constructor(request: CaptureRequest, events: CaptureEvents) {
    this.kind = request.kind;
    this.cameraId = request.cameraId;
    this.microphoneId = request.microphoneId;
    this.events = events;
  }
  level = (): number => 0;
  mute = (muted: boolean): void => {
    this.muted = muted;
  };
  close = (): void => {
    this.closed = true;
  };
}

export class FakePage implements BroadcastPage {
  hidden: ((hidden: boolean) => void) | null = null;
  online: (() => void) | null = null;
  warns = false;
  awake = false;
  watchHidden = (listener: (hidden: boolean) => void): (() => void) => {
    this.hidden = listener;
    return () => (this.hidden = null);
  };
  watchOnline = (listener: () => void): (() => void) => {
    this.online = listener;
    return () => (this.online = null);
  };
  warnBeforeLeaving = (): (() => void) => {
    this.warns = true;
    return () => (this.warns = false);
  };
  keepAwake = (): (() => void) => {
    this.awake = true;
    return () => (this.awake = false);
  };
}

/** Every port, and all that was opened through them. */
export class FakeStudio {
  readonly clock = new ManualClock();
  readonly page = new FakePage();
  readonly sockets: FakeSocket[] = [];
  readonly recorders: FakeRecorder[] = [];
  readonly captures: FakeCapture[] = [];
  address: () => Promise<string | null> = () => Promise.resolve('/ingest/a');
  permission: () => Promise<void> = () => Promise.resolve();
  mimeType: string | null = 'video/webm;codecs=h264,opus';

  readonly ports: BroadcastPorts = {
    address: () => this.address(),
    openSocket: (path, events) => {
      const socket = new FakeSocket(path, events);
      this.sockets.push(socket);
      return socket;
    },
    openRecorder: (_, options, events) => {
      const recorder = new FakeRecorder(options, events);
      this.recorders.push(recorder);
      return recorder;
    },
    openCapture: async (request, events) => {
      await this.permission();
      const capture = new FakeCapture(request, events);
      this.captures.push(capture);
      return capture;
    },
    mimeType: () => this.mimeType,
    clock: this.clock,
    page: this.page,
  };

  get socket(): FakeSocket {
    return last(this.sockets, 'socket');
  }
  get recorder(): FakeRecorder {
    return last(this.recorders, 'recorder');
  }
  get capture(): FakeCapture {
    return last(this.captures, 'capture');
  }
}

function last<T>(all: readonly T[], what: string): T {
  const one = all.at(-1);
  if (one === undefined) throw new Error(`No ${what} was opened.`);
  return one;
}
