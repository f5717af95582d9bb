import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { RtmpIngest } from './publisher.ts';

/** What an AMF0 value can be here. */
type Amf = string | number | null | { [name: string]: string | number };

const chunkSize = 65_536;

/**
 * A publisher that sends what ffmpeg would not, over as much of RTMP as that takes. It must be closed.
 */
export class RawPublisher {
  private received = Buffer.alloc(0);
  private readonly waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;
  /** Whether the server has hung up. */
  closed = false;

  private constructor(private readonly socket: Socket) {
    const wake = (): void => this.waiting.splice(0).forEach((go) => go());
    socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      wake();
    });
    socket.on('close', () => {
      this.closed = true;
      wake();
    });
    socket.on('error', () => undefined);
  }

  /** Bytes that are no RTMP at all. Resolves when the server hangs up. */
  static async junk(port: number, bytes: Buffer): Promise<void> {
    const raw = await RawPublisher.open(port);
    raw.socket.write(bytes);
    await raw.until(() => raw.closed);
  }

  /** HEVC as OBS sends it (enhanced RTMP): the headers are true, the pictures are noise, since nobody may try to decode them. */
  static async sendHevc({ rtmpUrl, streamKey }: RtmpIngest): Promise<RawPublisher> {
    const url = new URL(rtmpUrl);
    const raw = await RawPublisher.open(Number(url.port));
    await raw.publish(url.pathname.slice(1), rtmpUrl, streamKey);
    const hvc1 = Buffer.from('hvc1');
    raw.message(18, 0, amf('@setDataFrame', 'onMetaData', { width: 640, height: 360, framerate: 30, videocodecid: hvc1.readUInt32BE() }));
    const configuration = Buffer.concat([Buffer.from('0101600000009000000000005df000fcfdf8f800000f00', 'hex')]);
    raw.message(9, 0, Buffer.concat([Buffer.from([0x90]), hvc1, configuration]));
    let frame = 0;
    raw.timer = setInterval(() => {
      const key = frame % 60 === 0;
      const picture = Buffer.concat([Buffer.from([0, 0, 7, 208, key ? 0x26 : 0x02, 1]), randomBytes(1998)]);
      raw.message(9, frame * 33, Buffer.concat([Buffer.from([key ? 0x91 : 0xa1]), hvc1, Buffer.from([0, 0, 0]), picture]));
      frame += 1;
    }, 33);
    return raw;
  }

  close(): void {
    clearInterval(this.timer);
    this.socket.destroy();
  }

  private static open(port: number): Promise<RawPublisher> {
    return new Promise((opened, broken) => {
      const socket = connect(port, '127.0.0.1', () => {
        opened(new RawPublisher(socket));
      });
      socket.once('error', broken);
    });
  }

  private async publish(app: string, tcUrl: string, name: string): Promise<void> {
    this.socket.write(Buffer.concat([Buffer.from([3]), Buffer.alloc(8), randomBytes(1528)]));
    await this.until(() => this.received.length >= 3073);
    this.socket.write(this.received.subarray(1, 1537));
    const size = Buffer.alloc(4);
    size.writeUInt32BE(chunkSize);
    // In chunks of the old size until this one has gone.
    this.message(1, 0, size);
    this.message(20, 0, amf('connect', 1, { app, tcUrl, type: 'nonprivate' }));
    await this.untilSaid('NetConnection.Connect.Success');
    this.message(20, 0, amf('createStream', 2, null));
    await this.untilSaid('_result', 2);
    this.message(20, 0, amf('publish', 3, null, name, 'live'), 1);
    await this.untilSaid('NetStream.Publish.Start');
  }

  /** One message in one chunk. */
  private message(type: number, time: number, body: Buffer, stream = type === 1 || type === 20 ? 0 : 1): void {
    const head = Buffer.alloc(12);
    head.writeUInt8(type === 1 ? 2 : type === 20 ? 3 : 4, 0);
    head.writeUIntBE(time, 1, 3);
    head.writeUIntBE(body.length, 4, 3);
    head.writeUInt8(type, 7);
    head.writeUInt32LE(stream, 8);
    this.socket.write(Buffer.concat([head, body]));
  }

  private untilSaid(word: string, times = 1): Promise<void> {
    return this.until(() => this.received.toString('latin1').split(word).length > times);
  }

  private async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      if (this.closed) throw new Error('The server hung up.');
      await new Promise<void>((wake) => this.waiting.push(wake));
    }
  }
}

function amf(...values: Amf[]): Buffer {
  return Buffer.concat(values.map(encode));
}

function encode(value: Amf): Buffer {
  if (value === null) return Buffer.from([5]);
  if (typeof value === 'string') return Buffer.concat([Buffer.from([2]), name(value)]);
  if (typeof value === 'number') {
    const number = Buffer.alloc(9);
    number.writeDoubleBE(value, 1);
    return number;
  }
  return Buffer.concat([Buffer.from([3]), ...Object.entries(value).flatMap(([key, one]) => [name(key), encode(one)]), Buffer.from([0, 0, 9])]);
}

function name(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}
