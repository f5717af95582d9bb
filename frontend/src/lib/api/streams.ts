import type { CoverTicket, Page, Stream, StreamDetails, StreamHealth, StreamIngest, StreamPlayback, StreamSession, StreamStatus } from '@/types';
import { get, request } from './client';

export interface StreamFilter {
  owner?: 'me' | undefined;
  /** Without an owner: `live` (also reconnecting ones), `scheduled` or `ended`. */
  status?: StreamStatus | undefined;
}

export function getStreams(filter: StreamFilter, cursor: string | null, signal?: AbortSignal): Promise<Page<Stream>> {
  return get('/api/streams', { ...filter, cursor, limit: 24 }, signal);
}

export function getStream(id: string, signal?: AbortSignal): Promise<Stream> {
  return get(pathOf(id), undefined, signal);
}

export function createStream(details: StreamDetails): Promise<Stream> {
  return request('POST', '/api/streams', { body: details });
}

export function updateStream(id: string, details: StreamDetails): Promise<Stream> {
  return request('PUT', pathOf(id), { body: details });
}

/** 409 while a session is on. */
export function deleteStream(id: string): Promise<void> {
  return request('DELETE', pathOf(id));
}

/** Where to send to. For the owner alone: it holds the key. */
export function getIngestURL(id: string, signal?: AbortSignal): Promise<StreamIngest> {
  return get(`${pathOf(id)}/ingest`, undefined, signal);
}

/** A new key; the old one stops working at once. */
export function rotateStreamKey(id: string): Promise<StreamIngest> {
  return request('POST', `${pathOf(id)}/ingest/rotate`);
}

export function startStream(id: string): Promise<Stream> {
  return request('POST', `${pathOf(id)}/start`);
}

export function stopStream(id: string): Promise<Stream> {
  return request('POST', `${pathOf(id)}/stop`);
}

/** Where to play the stream from; `preview` is what the encoder sends, for the owner alone. 409 `not_live` when there is nothing. */
export function getPlayback(id: string, preview: boolean, signal?: AbortSignal): Promise<StreamPlayback> {
  return get(`${pathOf(id)}/playback`, preview ? { preview: 'true' } : {}, signal);
}

export function getHealth(id: string, signal?: AbortSignal): Promise<StreamHealth> {
  return get(`${pathOf(id)}/health`, undefined, signal);
}

/** Newest first. */
export function getSessions(id: string, signal?: AbortSignal): Promise<{ items: StreamSession[] }> {
  return get(`${pathOf(id)}/sessions`, undefined, signal);
}

export function presignCover(id: string, contentType: string, size: number): Promise<CoverTicket> {
  return request('POST', `${pathOf(id)}/thumbnail/presigned`, { body: { contentType, size } });
}

/** A calendar file with the planned start. */
export function calendarURL(id: string): string {
  return `${pathOf(id)}/calendar.ics`;
}

function pathOf(id: string): string {
  return `/api/streams/${encodeURIComponent(id)}`;
}
