import { ApiError, type Problem } from '@/lib/api/errors';
import { abortError } from './timers';

export interface Delivery {
  url: string;
  headers?: Record<string, string> | null;
  body: Blob;
  onProgress: (bytes: number) => void;
  signal: AbortSignal;
}

/** PUTs bytes and answers the ETag. Throws {@link ApiError} or an AbortError. */
export type Sender = (delivery: Delivery) => Promise<string>;

/** A connection on which nothing moves for so long is dead, as after a change of network. */
const stallMs = 30_000;
const answerMs = 90_000;

/** XMLHttpRequest, because fetch cannot tell how much of a body has been sent. */
export const xhrSender: Sender = ({ url, headers, body, onProgress, signal }) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) {
      reject(abortError());
      return;
    }
    const xhr = new XMLHttpRequest();
    let watchdog = 0;
    const patience = (ms: number) => {
      window.clearTimeout(watchdog);
      watchdog = window.setTimeout(() => {
        xhr.abort();
        fail(new ApiError(0, { detail: 'The connection stood still.' }));
      }, ms);
    };
    const cleanUp = () => {
      window.clearTimeout(watchdog);
      signal.removeEventListener('abort', aborted);
    };
    const fail = (error: Error) => {
      cleanUp();
      reject(error);
    };
    const aborted = () => {
      xhr.abort();
      fail(abortError());
    };
    signal.addEventListener('abort', aborted);

    xhr.upload.onprogress = (event) => {
      patience(event.loaded >= body.size ? answerMs : stallMs);
      onProgress(event.loaded);
    };
    xhr.upload.onload = () => patience(answerMs);
    xhr.onerror = () => fail(new ApiError(0, {}));
    xhr.onload = () => {
      if (xhr.status >= 200 && xhr.status < 300) {
        cleanUp();
        resolve(xhr.getResponseHeader('ETag') ?? '');
      } else {
        fail(new ApiError(xhr.status, problemOf(xhr.responseText)));
      }
    };
    xhr.open('PUT', url);
    for (const [name, value] of Object.entries(headers ?? {})) xhr.setRequestHeader(name, value);
    patience(stallMs);
    xhr.send(body);
  });

function problemOf(text: string): Problem {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
