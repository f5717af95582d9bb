import type { Page, UploadedPart, UploadRequest, UploadTicket, Video, VideoDetails, VideoStatus, VideoStream } from '@/types';
import { get, request } from './client';

export interface VideoFilter {
  owner?: 'me' | undefined;
  status?: VideoStatus | undefined;
  trackId?: string | undefined;
  albumId?: string | undefined;
  q?: string | undefined;
}

export function getVideos(filter: VideoFilter, cursor: string | null, signal?: AbortSignal): Promise<Page<Video>> {
  return get('/api/videos', { ...filter, cursor, limit: 24 }, signal);
}

export function getVideo(id: string, signal?: AbortSignal): Promise<Video> {
  return get(pathOf(id), undefined, signal);
}

export function getPresignedUpload(upload: UploadRequest, signal?: AbortSignal): Promise<UploadTicket> {
  return request('POST', '/api/videos/upload/presigned', { body: upload, signal });
}

/** Completes an upload and starts processing. Idempotent. */
export function confirmUpload(videoId: string, parts: UploadedPart[] | null, signal?: AbortSignal): Promise<Video> {
  const body = parts ? { videoId, parts: parts.map(({ number, etag }) => ({ number, etag })) } : { videoId };
  return request('POST', '/api/videos/upload/confirm', { body, signal });
}

export function updateVideo(id: string, details: VideoDetails): Promise<Video> {
  return request('PUT', pathOf(id), { body: details });
}

export function deleteVideo(id: string): Promise<void> {
  return request('DELETE', pathOf(id));
}

/** Another attempt after a failure. */
export function retryVideo(id: string): Promise<Video> {
  return request('POST', `${pathOf(id)}/retry`);
}

/** Where to play the video from. 409 `not_playable` before the first segments. */
export function getStreamURL(id: string, signal?: AbortSignal): Promise<VideoStream> {
  return get(`${pathOf(id)}/stream`, undefined, signal);
}

function pathOf(id: string): string {
  return `/api/videos/${encodeURIComponent(id)}`;
}
