import { vi } from 'vitest';
import type { UploadApi, UploadPorts } from '@/lib/upload/ports';
import type { UploadRecord, UploadRecords } from '@/lib/upload/record';
import type { Delivery } from '@/lib/upload/sender';
import { Slots } from '@/lib/upload/slots';
import { abortError } from '@/lib/upload/timers';
import type { UploadedPart, UploadTicket, Video } from '@/types';
import { ManualTimers } from './fakeTimers';

const soon = new Date(Date.now() + 3_600_000).toISOString();

/** A server that holds what was sent, and a network that fails when told to. */
export class FakeServer {
  partSize = 10;
  single = false;
  arrived = false;
  parts = new Map<number, UploadedPart>();
  sentUrls: string[] = [];
  /** Called before a delivery arrives; may throw or never come back. */
  onSend: (delivery: Delivery) => Promise<void> | void = () => undefined;
  mostAtOnce = 0;
  #atOnce = 0;

  readonly ticket = (): UploadTicket => ({
    videoId: 'v1', kind: this.single ? 'single' : 'multipart', url: this.single ? '/objects/whole' : null, headers: { 'x-signed': '1' },
    partSize: this.single ? null : this.partSize, expiresAt: soon,
  });

  readonly api = {
    createTicket: vi.fn<UploadApi['createTicket']>(() => Promise.resolve(this.ticket())),
    getUpload: vi.fn<UploadApi['getUpload']>(() =>
      Promise.resolve({ ticket: this.ticket(), source: { fileName: 'a.mp4', contentType: 'video/mp4', size: 0 }, parts: [...this.parts.values()], arrived: this.arrived })),
    signParts: vi.fn<UploadApi['signParts']>((_, numbers) =>
      Promise.resolve(numbers.map((number) => ({ number, url: `/objects/${number}`, expiresAt: soon })))),
    confirm: vi.fn<UploadApi['confirm']>(() => Promise.resolve({} as Video)),
    getVideo: vi.fn<UploadApi['getVideo']>(() => Promise.resolve({ status: 'processing' } as Video)),
    updateDetails: vi.fn<UploadApi['updateDetails']>(() => Promise.resolve({} as Video)),
    deleteVideo: vi.fn<UploadApi['deleteVideo']>(() => Promise.resolve()),
  };

  readonly send = async (delivery: Delivery): Promise<string> => {
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    this.sentUrls.push(delivery.url);
    try {
      delivery.onProgress(Math.ceil(delivery.body.size / 2));
      await this.onSend(delivery);
      if (delivery.signal.aborted) throw abortError();
    } finally {
      this.#atOnce -= 1;
    }
    const number = Number(delivery.url.split('/').at(-1));
    const etag = `"e${Number.isNaN(number) ? 'whole' : number}"`;
    if (Number.isNaN(number)) this.arrived = true;
    else this.parts.set(number, { number, etag, size: delivery.body.size });
    return etag;
  };
}

export class MemoryRecords implements UploadRecords {
  readonly records = new Map<string, UploadRecord>();
  readonly files = new Map<string, File>();
  all = () => Promise.resolve([...this.records.values()]);
  put = (record: UploadRecord) => Promise.resolve(void this.records.set(record.id, record));
  delete = (id: string) => {
    this.records.delete(id);
    this.files.delete(id);
    return Promise.resolve();
  };
  getFile = (id: string) => Promise.resolve(this.files.get(id) ?? null);
  putFile = (id: string, file: File) => Promise.resolve(void this.files.set(id, file));
  deleteFile = (id: string) => Promise.resolve(void this.files.delete(id));
}

export function portsOf(server: FakeServer, records = new MemoryRecords(), timers = new ManualTimers()): UploadPorts & { records: MemoryRecords } {
  return { api: server.api, send: server.send, slots: new Slots(4), timers, records };
}

export function fileOf(size: number, name = 'a.mp4'): File {
  return new File([new Uint8Array(size)], name, { type: 'video/mp4', lastModified: 7 });
}

/** A network that stands still until the delivery is given up. */
export function stuck({ signal }: Delivery): Promise<void> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(abortError())));
}
