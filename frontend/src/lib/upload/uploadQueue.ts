import { Store } from '@/lib/store';
import type { Visibility } from '@/types';
import { largestCopy } from './fileAccess';
import type { UploadLocks } from './locks';
import type { UploadPorts } from './ports';
import { fingerprintOf, titleFrom, type UploadRecord } from './record';
import { UploadItem } from './uploadItem';

/** Files that are sent at once; the others wait their turn. */
const mostActive = 2;
/** Files in the list at once; more are refused with a sentence. */
export const mostUploads = 100;

export interface PickedFile {
  file: File;
  handle: FileSystemFileHandle | null;
}

export interface UploadDefaults {
  visibility: Visibility;
  albumId?: string | null;
  trackId?: string | null;
}

const busyPhases = new Set(['starting', 'sending', 'confirming']);

/** All uploads of this page. Lives outside React, so that they go on while the person looks at other pages. */
export class UploadQueue {
  readonly items = new Store<readonly UploadItem[]>([]);
  readonly #ports: UploadPorts;
  readonly #locks: UploadLocks;
  readonly #leaving = new Map<string, () => void>();
  #ownerId: string | null = null;

  constructor(ports: UploadPorts, locks: UploadLocks) {
    this.#ports = ports;
    this.#locks = locks;
  }

  /** Adds new files, newest first. Answers a sentence for each one that was refused. */
  add(picked: PickedFile[], defaults: UploadDefaults): string[] {
    const refused: string[] = [];
    for (const one of picked) {
      const sentence = this.#refusal(one.file);
      if (sentence === null) this.#begin(one, defaults);
      else refused.push(sentence);
    }
    this.#pump();
    return refused;
  }

  /** Takes up what this account had left, here or in a closed tab. */
  async restore(ownerId: string): Promise<void> {
    if (this.#ownerId === ownerId) return;
    this.leave();
    this.#ownerId = ownerId;
    const records = await this.#ports.records.all();
    for (const record of records.filter((r) => r.ownerId === ownerId).sort((a, b) => a.createdAt - b.createdAt)) {
      this.#locks.hold(record.id, () => this.#resume(record.id));
    }
  }

  /** The account is signed out: nothing of it may stay on the page. */
  leave(): void {
    for (const item of this.items.getSnapshot()) this.#drop(item, () => item.suspend());
    this.#ownerId = null;
  }

  pause(item: UploadItem): void {
    item.pause();
    this.#pump();
  }

  resume(item: UploadItem): void {
    item.enqueue();
    this.#pump();
  }

  async allowReading(item: UploadItem): Promise<void> {
    await item.allowReading();
    this.#pump();
  }

  giveFile(item: UploadItem, { file, handle }: PickedFile): void {
    if (item.giveFile(file, handle)) this.#pump();
  }

  /** Stops an unfinished upload and deletes what the server has of it; what cannot be deleted now, the server gives up later. */
  async cancel(item: UploadItem): Promise<void> {
    const done = item.remove(true);
    this.#drop(item, () => undefined);
    await done.catch(() => undefined);
  }

  /** Takes a finished one off the list. */
  async dismiss(item: UploadItem): Promise<void> {
    this.#drop(item, () => undefined);
    await item.remove(false);
  }

  get isBusy(): boolean {
    return this.items.getSnapshot().some((item) => item.phase === 'queued' || busyPhases.has(item.phase));
  }

  #refusal(file: File): string | null {
    if (this.items.getSnapshot().length >= mostUploads) return `“${file.name}” was left out: ${mostUploads} uploads at a time are enough.`;
    if (file.size === 0) return `“${file.name}” is empty.`;
    return null;
  }

  #begin({ file, handle }: PickedFile, { visibility, albumId = null, trackId = null }: UploadDefaults): void {
    const record: UploadRecord = {
      id: newId(), ownerId: this.#ownerId ?? '', fingerprint: fingerprintOf(file), videoId: null, stage: 'sending', paused: false,
      details: { title: titleFrom(file.name), description: '', visibility, albumId, trackId },
      createdAt: Date.now(), handle,
    };
    const { records } = this.#ports;
    void records.put(record);
    if (file.size <= largestCopy) void records.putFile(record.id, file);
    const item = new UploadItem(record, this.#ports, file);
    this.#locks.hold(record.id, () => this.#untilLeft(record.id));
    this.items.set([item, ...this.items.getSnapshot()]);
  }

  /** The tab that had it is gone, or there was none: what it left may have changed meanwhile. */
  async #resume(id: string): Promise<void> {
    const owner = this.#ownerId;
    const record = (await this.#ports.records.all()).find((r) => r.id === id && r.ownerId === owner);
    const current = record?.stage === 'sent' ? await this.#refreshed(record) : record;
    if (!current || this.#ownerId !== owner) return;
    this.items.set([new UploadItem(current, this.#ports), ...this.items.getSnapshot()]);
    this.#pump();
    await this.#untilLeft(id);
  }

  /** One that was sent stays listed while the server works on it; afterwards the library shows it. */
  async #refreshed(record: UploadRecord): Promise<UploadRecord | null> {
    const video = record.videoId === null ? null : await this.#ports.api.getVideo(record.videoId).catch(() => null);
    if (video?.status !== 'processing') {
      await this.#ports.records.delete(record.id);
      return null;
    }
    const { title, description, visibility, albumId, trackId } = video;
    return { ...record, details: { title, description, visibility, albumId, trackId } };
  }

  #untilLeft(id: string): Promise<void> {
    return new Promise((resolve) => this.#leaving.set(id, resolve));
  }

  #drop(item: UploadItem, first: () => void): void {
    first();
    this.items.set(this.items.getSnapshot().filter((other) => other !== item));
    this.#leaving.get(item.id)?.();
    this.#leaving.delete(item.id);
    this.#pump();
  }

  #pump(): void {
    const items = this.items.getSnapshot();
    const active = items.filter((item) => busyPhases.has(item.phase)).length;
    // The list shows the newest first; the oldest goes first.
    const waiting = items.filter((item) => item.phase === 'queued').reverse();
    for (const item of waiting.slice(0, Math.max(0, mostActive - active))) void this.#run(item);
  }

  async #run(item: UploadItem): Promise<void> {
    await item.run();
    this.#pump();
  }
}

function newId(): string {
  // Not randomUUID, which pages served without HTTPS lack.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
