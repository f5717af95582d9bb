import type { SignedPart, UploadState } from '@/types';
import { get, request } from './client';

/** What has arrived of an upload, with a fresh ticket. */
export function getUpload(videoId: string, signal?: AbortSignal): Promise<UploadState> {
  return get(pathOf(videoId), undefined, signal);
}

/** Signs parts of a multipart upload; numbers run from 1. */
export async function signParts(videoId: string, numbers: number[], signal?: AbortSignal): Promise<SignedPart[]> {
  const answer = await request<{ parts: SignedPart[] }>('POST', `${pathOf(videoId)}/parts`, { body: { numbers }, signal });
  return answer.parts;
}

function pathOf(videoId: string): string {
  return `/api/videos/${encodeURIComponent(videoId)}/upload`;
}
