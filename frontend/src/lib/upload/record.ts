import type { VideoDetails } from '@/types';

/** Tells a file that is picked again from another one. */
export interface Fingerprint {
  name: string;
  size: number;
  lastModified: number;
  type: string;
}

export type UploadStage = 'sending' | 'sent';

/** What is remembered of an upload, so that it outlives the page. */
export interface UploadRecord {
  id: string;
  /** Another account on this browser must not see it. */
  ownerId: string;
  fingerprint: Fingerprint;
  details: VideoDetails;
  videoId: string | null;
  stage: UploadStage;
  paused: boolean;
  createdAt: number;
  /** The file on the person's disk; reading it again may need a permission. */
  handle: FileSystemFileHandle | null;
}

export interface UploadRecords {
  all(): Promise<UploadRecord[]>;
  put(record: UploadRecord): Promise<void>;
  /** Forgets the record and the copy of its file. */
  delete(id: string): Promise<void>;
  /** Copies of files small enough to be kept, apart from the records since those are written at every keystroke. */
  getFile(id: string): Promise<File | null>;
  putFile(id: string, file: File): Promise<void>;
  deleteFile(id: string): Promise<void>;
}

export function fingerprintOf(file: File): Fingerprint {
  return { name: file.name, size: file.size, lastModified: file.lastModified, type: file.type };
}

export function isSameFile(file: File, { name, size, lastModified }: Fingerprint): boolean {
  return file.name === name && file.size === size && file.lastModified === lastModified;
}

/** `My film (final).mp4` becomes `My film (final)`. */
export function titleFrom(fileName: string): string {
  const bare = fileName.replace(/\.[a-z0-9]{1,5}$/i, '').replaceAll('_', ' ').trim();
  return (bare === '' ? fileName : bare).slice(0, 200);
}
