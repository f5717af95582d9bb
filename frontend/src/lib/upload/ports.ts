import type { SignedPart, UploadedPart, UploadRequest, UploadState, UploadTicket, Video, VideoDetails } from '@/types';
import type { UploadRecords } from './record';
import type { Sender } from './sender';
import type { Slots } from './slots';
import type { Timers } from './timers';

export interface UploadApi {
  createTicket(upload: UploadRequest, signal: AbortSignal): Promise<UploadTicket>;
  getUpload(videoId: string, signal: AbortSignal): Promise<UploadState>;
  signParts(videoId: string, numbers: number[], signal: AbortSignal): Promise<SignedPart[]>;
  confirm(videoId: string, parts: UploadedPart[] | null, signal: AbortSignal): Promise<Video>;
  getVideo(videoId: string): Promise<Video>;
  updateDetails(videoId: string, details: VideoDetails): Promise<Video>;
  deleteVideo(videoId: string): Promise<void>;
}

export interface UploadPorts {
  api: UploadApi;
  send: Sender;
  slots: Slots;
  timers: Timers;
  records: UploadRecords;
}
