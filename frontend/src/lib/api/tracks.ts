import type { Page, Track, TrackDetails } from '@/types';
import type { MusicFilter } from './albums';
import { get, request } from './client';

export function getTracks(filter: MusicFilter, cursor: string | null, signal?: AbortSignal): Promise<Page<Track>> {
  return get('/api/tracks', { ...filter, cursor, limit: 24 }, signal);
}

export function getTrack(id: string, signal?: AbortSignal): Promise<Track> {
  return get(pathOf(id), undefined, signal);
}

export function createTrack(details: TrackDetails): Promise<Track> {
  return request('POST', '/api/tracks', { body: details });
}

export function updateTrack(id: string, details: TrackDetails): Promise<Track> {
  return request('PUT', pathOf(id), { body: details });
}

export function deleteTrack(id: string): Promise<void> {
  return request('DELETE', pathOf(id));
}

function pathOf(id: string): string {
  return `/api/tracks/${encodeURIComponent(id)}`;
}
