import type { ApiError } from '@/lib/api/errors';
import type { UploadedPart, UploadTicket } from '@/types';
import type { ByteCounter } from './byteCounter';
import { divide, planParts, type PartRange } from './partPlan';
import { PartSigner, type SignParts } from './partSigner';
import { retrying, type RetryOptions } from './retry';
import type { Sender } from './sender';
import type { Slots } from './slots';
import type { Timers } from './timers';

export interface TransferPorts {
  send: Sender;
  slots: Slots;
  timers: Timers;
}

export interface TransferJob {
  file: Blob;
  ticket: UploadTicket;
  /** What the store already has. */
  arrived: UploadedPart[];
  /** A new ticket for the same upload, after the first has expired. */
  renew: (signal: AbortSignal) => Promise<UploadTicket>;
  sign: SignParts;
  counter: ByteCounter;
  signal: AbortSignal;
  onWait: (ms: number | null) => void;
}

/** Parts of one file that are under way at once. */
export const parallelParts = 4;

/** Sends what is missing of a file. Answers the parts of a multipart upload, or null after a single PUT. */
export function transfer(job: TransferJob, ports: TransferPorts): Promise<UploadedPart[] | null> {
  return job.ticket.kind === 'single' ? sendWhole(job, ports).then(() => null) : sendParts(job, ports);
}

async function sendWhole({ file, ticket, renew, counter, signal, onWait }: TransferJob, ports: TransferPorts): Promise<void> {
  let current = ticket;
  const send = async () => {
    if (current.url === null) throw new Error('A single upload needs an address.');
    const { url, headers } = current;
    try {
      await ports.slots.use(signal, () =>
        ports.send({ url, headers, body: file, signal, onProgress: (bytes) => counter.move(1, Math.min(bytes, file.size)) }),
      );
      counter.settle(1, file.size);
    } catch (error) {
      counter.drop(1);
      current = await renewIfRefused(error, current, () => renew(signal));
      throw error;
    }
  };
  await retrying(send, retryOptions(ports, signal, onWait));
}

async function sendParts(job: TransferJob, ports: TransferPorts): Promise<UploadedPart[]> {
  const { file, ticket, counter, sign } = job;
  if (ticket.partSize === null) throw new Error('A multipart upload needs a part size.');
  const { kept, missing } = divide(planParts(file.size, ticket.partSize), job.arrived);
  // In one step, so that what arrived earlier does not count as speed.
  counter.settle(0, kept.reduce((sum, part) => sum + part.size, 0));

  const signer = new PartSigner(missing.map((part) => part.number), sign, ports.timers);
  const queue = [...missing];
  const done = [...kept];
  // The first part that fails for good stops the others.
  const stop = new AbortController();
  const signal = AbortSignal.any([job.signal, stop.signal]);
  const work = async () => {
    for (let range = queue.shift(); range; range = queue.shift()) {
      done.push(await sendPart({ ...job, signal }, ports, signer, range));
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(parallelParts, missing.length) }, work));
  } catch (error) {
    stop.abort();
    throw error;
  }
  return done.sort((a, b) => a.number - b.number);
}

async function sendPart(job: TransferJob, ports: TransferPorts, signer: PartSigner, { number, start, end }: PartRange): Promise<UploadedPart> {
  const { file, counter, signal, onWait } = job;
  const size = end - start;
  const send = async () => {
    try {
      return await ports.slots.use(signal, async () => {
        const url = await signer.urlFor(number, signal);
        const onProgress = (bytes: number) => counter.move(number, Math.min(bytes, size));
        return ports.send({ url, body: file.slice(start, end), signal, onProgress });
      });
    } catch (error) {
      counter.drop(number);
      signer.forget(number);
      throw error;
    }
  };
  const etag = await retrying(send, retryOptions(ports, signal, onWait));
  signer.done(number);
  counter.settle(number, size);
  return { number, etag, size };
}

function retryOptions({ timers }: TransferPorts, signal: AbortSignal, onWait: (ms: number | null) => void): RetryOptions {
  return { timers, signal, onWait, alsoPassing: (error, failures) => isRefused(error) && failures < 3 };
}

/** An expired signature answers 403 and is worth a new one. */
function isRefused(error: ApiError): boolean {
  return error.status === 403;
}

async function renewIfRefused(error: unknown, current: UploadTicket, renew: () => Promise<UploadTicket>): Promise<UploadTicket> {
  return (error as Partial<ApiError>).status === 403 ? renew() : current;
}
