import type { Album, AlbumDetails, Page, Track } from '@/types';
import { get, request } from './client';

export interface MusicFilter {
  owner?: 'me' | undefined;
  q?: string | undefined;
}

export function getAlbums(filter: MusicFilter, cursor: string | null, signal?: AbortSignal): Promise<Page<Album>> {
  return get('/api/albums', { ...filter, cursor, limit: 24 }, signal);
}

export function getAlbum(id: string, signal?: AbortSignal): Promise<Album> {
  return get(pathOf(id), undefined, signal);
}

export function createAlbum(details: AlbumDetails): Promise<Album> {
  return request('POST', '/api/albums', { body: details });
}

export function updateAlbum(id: string, details: AlbumDetails): Promise<Album> {
  return request('PUT', pathOf(id), { body: details });
}

export function deleteAlbum(id: string): Promise<void> {
  return request('DELETE', pathOf(id));
}

export function getAlbumTracks(id: string, cursor: string | null, signal?: AbortSignal): Promise<Page<Track>> {
  return get(`${pathOf(id)}/tracks`, { cursor, limit: 100 }, signal);
}

function pathOf(id: string): string {
  return `/api/albums/${encodeURIComponent(id)}`;
}
