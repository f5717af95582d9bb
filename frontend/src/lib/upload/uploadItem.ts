import { ApiError, sentenceOf } from '@/lib/api/errors';
import { Store } from '@/lib/store';
import type { UploadedPart, UploadState, UploadTicket, VideoDetails } from '@/types';
import { ByteCounter } from './byteCounter';
import { DetailsSaver, type SaveState } from './detailsSaver';
import { askToRead, isReadable, openFile } from './fileAccess';
import type { UploadPorts } from './ports';
import { isSameFile, type UploadRecord } from './record';
import { retrying } from './retry';
import type { Delivery } from './sender';
import { SpeedMeter } from './speedMeter';
import { isAbort } from './timers';
import { transfer } from './transfer';

export type UploadPhase =
  | 'queued' | 'starting' | 'sending' | 'confirming' | 'sent'
  | 'paused' | 'needs-file' | 'needs-permission' | 'failed';

export interface UploadSnapshot {
  id: string;
  fileName: string;
  size: number;
  phase: UploadPhase;
  details: VideoDetails;
  videoId: string | null;
  sentBytes: number;
  /** Bytes a second. */
  speed: number | null;
  secondsLeft: number | null;
  /** The connection is lost and will be tried again. */
  reconnecting: boolean;
  problem: string | null;
  saving: SaveState;
}

const publishEveryMs = 200;

class FileGone extends Error {}

/** One file on its way: what `run` does until the server has it all, and what the person may do meanwhile. */
export class UploadItem {
  readonly id: string;
  readonly store: Store<UploadSnapshot>;
  readonly #ports: UploadPorts;
  readonly #saver: DetailsSaver;
  #record: UploadRecord;
  /** The file as picked on this page; a reload loses it. */
  #file: File | null;
  #abort: AbortController | null = null;
  #pending: Partial<UploadSnapshot> = {};
  #publishing = false;

  constructor(record: UploadRecord, ports: UploadPorts, file: File | null = null) {
    this.id = record.id;
    this.#file = file;
    this.#record = record;
    this.#ports = ports;
    this.#saver = new DetailsSaver({
      save: (details) => this.#saveDetails(details),
      changed: (saving) => this.#patch({ saving }),
    });
    const { name, size } = record.fingerprint;
    this.store = new Store<UploadSnapshot>({
      id: record.id, fileName: name, size, phase: phaseOf(record), details: record.details, videoId: record.videoId,
      sentBytes: record.stage === 'sent' ? size : 0, speed: null, secondsLeft: null, reconnecting: false, problem: null,
      saving: { kind: 'saved' },
    });
  }

  get phase(): UploadPhase {
    return this.store.getSnapshot().phase;
  }

  /** Sends what is missing and confirms. Never rejects: how it ended is in the snapshot. */
  async run(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    this.#patch({ phase: 'starting', problem: null });
    try {
      const opened = this.#file ? { file: this.#file } : await openFile(this.#record, this.#ports.records);
      abort.signal.throwIfAborted();
      if (typeof opened === 'string') {
        this.#patch({ phase: opened });
        return;
      }
      await this.#sendAndConfirm(opened.file, abort.signal);
    } catch (error) {
      this.#ended(error);
    } finally {
      if (this.#abort === abort) this.#abort = null;
    }
  }

  pause(): void {
    this.#keep({ paused: true });
    this.#abort?.abort();
    this.#patch({ phase: 'paused', ...still });
  }

  /** Puts the upload back in the queue. */
  enqueue(): void {
    this.#keep({ paused: false });
    this.#patch({ phase: 'queued', problem: null });
  }

  /** Must be called from a click, since the browser asks the person. */
  async allowReading(): Promise<void> {
    const { handle } = this.#record;
    if (handle && (await askToRead(handle))) this.enqueue();
    else this.#patch({ phase: 'needs-file' });
  }

  /** Takes a file that was picked again. Answers whether it is the same one. */
  giveFile(file: File, handle: FileSystemFileHandle | null): boolean {
    if (!isSameFile(file, this.#record.fingerprint)) {
      this.#patch({ problem: `That is another file. Please pick “${this.#record.fingerprint.name}” as it was.` });
      return false;
    }
    this.#file = file;
    this.#keep({ handle });
    this.enqueue();
    return true;
  }

  setDetails(patch: Partial<VideoDetails>): void {
    const details = { ...this.#record.details, ...patch };
    this.#keep({ details });
    this.#patch({ details });
    this.#saver.schedule(details);
  }

  /** Stops, and forgets; with `discard` also what the server has of it. */
  async remove(discard: boolean): Promise<void> {
    this.#saver.stop();
    this.#abort?.abort();
    await this.#ports.records.delete(this.id);
    if (discard && this.#record.videoId !== null) await this.#ports.api.deleteVideo(this.#record.videoId);
  }

  /** The page goes on without this upload; it stays remembered. */
  suspend(): void {
    this.#abort?.abort();
    void this.#saver.flush();
  }

  async #sendAndConfirm(file: File, signal: AbortSignal): Promise<void> {
    const { timers, api } = this.#ports;
    const onWait = (ms: number | null) => this.#patch({ reconnecting: ms !== null });
    const patiently = <T>(work: () => Promise<T>) => retrying(work, { timers, signal, onWait });

    const state = await patiently(() => this.#begin(file, signal));
    if (state !== 'complete') {
      const parts = state.arrived ? null : await this.#transfer(file, state.ticket, state.parts, signal, onWait);
      this.#patch({ phase: 'confirming', ...still });
      await patiently(() => api.confirm(state.ticket.videoId, parts, signal));
    }
    this.#file = null;
    this.#keep({ stage: 'sent', handle: null });
    void this.#ports.records.deleteFile(this.id);
    this.#patch({ phase: 'sent', sentBytes: this.#record.fingerprint.size, ...still });
  }

  async #begin(file: File, signal: AbortSignal): Promise<Pick<UploadState, 'ticket' | 'parts' | 'arrived'> | 'complete'> {
    const { api } = this.#ports;
    const { videoId, fingerprint, details } = this.#record;
    if (videoId !== null) {
      try {
        return await api.getUpload(videoId, signal);
      } catch (error) {
        // Confirmed already, by the store's own event or by an answer that got lost.
        if (error instanceof ApiError && error.status === 409) return 'complete';
        throw error;
      }
    }
    const source = { fileName: fingerprint.name, contentType: contentTypeOf(file), size: file.size };
    const ticket = await api.createTicket({ ...details, title: details.title.trim() || fingerprint.name, ...source }, signal);
    this.#keep({ videoId: ticket.videoId });
    this.#patch({ videoId: ticket.videoId });
    if (this.#record.details !== details) this.#saver.schedule(this.#record.details);
    return { ticket, parts: [], arrived: false };
  }

  #transfer(file: File, ticket: UploadTicket, arrived: UploadedPart[], signal: AbortSignal, onWait: (ms: number | null) => void) {
    const { api, slots, timers } = this.#ports;
    const { videoId } = ticket;
    const meter = new SpeedMeter();
    const counter = new ByteCounter((sentBytes) => {
      meter.add(sentBytes, timers.now());
      this.#progress({ sentBytes, speed: meter.speed, secondsLeft: meter.secondsFor(file.size - sentBytes), reconnecting: false });
    });
    this.#patch({ phase: 'sending' });
    return transfer(
      {
        file, ticket, arrived, counter, signal, onWait,
        sign: (numbers, s) => api.signParts(videoId, numbers, s),
        renew: async (s) => (await api.getUpload(videoId, s)).ticket,
      },
      { slots, timers, send: (delivery) => this.#send(delivery) },
    );
  }

  /** A file that was changed or taken away looks like a broken network; it is told apart here. */
  async #send(delivery: Delivery): Promise<string> {
    try {
      return await this.#ports.send(delivery);
    } catch (error) {
      if (error instanceof ApiError && error.status === 0 && !(await isReadable(delivery.body))) throw new FileGone();
      throw error;
    }
  }

  #ended(error: unknown): void {
    if (isAbort(error)) return;
    if (error instanceof FileGone) {
      this.#file = null;
      this.#patch({ phase: 'needs-file', problem: 'The file was moved or changed while it was being sent.', ...still });
      return;
    }
    if (error instanceof ApiError && error.status === 404 && this.#record.videoId !== null) {
      this.#keep({ videoId: null });
      this.#patch({ phase: 'failed', videoId: null, problem: 'The server no longer has this upload. Start it again.', ...still, sentBytes: 0 });
      return;
    }
    this.#patch({ phase: 'failed', problem: sentenceOf(error), ...still });
  }

  async #saveDetails(details: VideoDetails): Promise<void> {
    const { videoId } = this.#record;
    if (videoId !== null) await this.#ports.api.updateDetails(videoId, { ...details, title: details.title.trim() });
  }

  /** Bytes move far more often than anybody reads them. */
  #progress(patch: Partial<UploadSnapshot>): void {
    this.#pending = patch;
    if (this.#publishing) return;
    this.#publishing = true;
    setTimeout(() => {
      this.#publishing = false;
      if (this.phase === 'sending') this.#patch(this.#pending);
    }, publishEveryMs);
  }

  #patch(patch: Partial<UploadSnapshot>): void {
    this.store.set({ ...this.store.getSnapshot(), ...patch });
  }

  #keep(patch: Partial<UploadRecord>): void {
    this.#record = { ...this.#record, ...patch };
    void this.#ports.records.put(this.#record);
  }
}

const still = { speed: null, secondsLeft: null, reconnecting: false } as const;

function phaseOf({ stage, paused }: UploadRecord): UploadPhase {
  if (stage === 'sent') return 'sent';
  return paused ? 'paused' : 'queued';
}

function contentTypeOf(file: File): string {
  return file.type === '' ? 'application/octet-stream' : file.type;
}
