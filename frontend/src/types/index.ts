/** Domain types. Times are RFC 3339 UTC strings; durations are seconds; sizes are bytes. */

export type VideoStatus = 'uploading' | 'processing' | 'ready' | 'failed';
export type Visibility = 'private' | 'unlisted' | 'public';
export type TranscodePhase = 'queued' | 'probing' | 'transcoding' | 'uploading';

export interface Person {
  id: string;
  displayName: string;
}

export interface SourceFile {
  fileName: string;
  contentType: string;
  size: number;
}

export interface TranscodeProgress {
  phase: TranscodePhase;
  /** 0 to 100, or null while it cannot be told. */
  percent: number | null;
  secondsLeft: number | null;
  /** 1 for the next job to run. */
  queuePlace: number | null;
}

export interface VideoFailure {
  code: string;
  reason: string;
  retryable: boolean;
}

export interface Video {
  id: string;
  title: string;
  description: string;
  status: VideoStatus;
  visibility: Visibility;
  owner: Person;
  trackId: string | null;
  albumId: string | null;
  source: SourceFile | null;
  createdAt: string;
  updatedAt: string;
  publishedAt: string | null;
  durationSeconds: number;
  width: number;
  height: number;
  poster: string | null;
  storyboard: string | null;
  playable: boolean;
  progress: TranscodeProgress | null;
  failure: VideoFailure | null;
  attempt: number;
  mine: boolean;
}

export interface VideoDetails {
  title: string;
  description: string;
  visibility: Visibility;
  trackId: string | null;
  albumId: string | null;
}

/** What the hub sends about a video; the latest one wins. */
export interface VideoChange {
  videoId: string;
  status: VideoStatus;
  playable: boolean;
  progress: TranscodeProgress | null;
  failure: VideoFailure | null;
}

export interface VideoStream {
  url: string;
  type: string;
  poster: string | null;
  storyboard: string | null;
  expiresAt: string | null;
}

export type UploadKind = 'single' | 'multipart';

export interface UploadTicket {
  videoId: string;
  kind: UploadKind;
  url: string | null;
  headers: Record<string, string> | null;
  partSize: number | null;
  expiresAt: string;
}

export interface UploadRequest extends SourceFile, VideoDetails {}

export interface SignedPart {
  number: number;
  url: string;
  expiresAt: string;
}

export interface UploadedPart {
  number: number;
  etag: string;
  size: number;
}

export interface UploadState {
  ticket: UploadTicket;
  source: SourceFile;
  parts: UploadedPart[];
  /** The whole object is there and only the confirmation is missing. */
  arrived: boolean;
}

export interface Album {
  id: string;
  title: string;
  description: string;
  /** A calendar date, for instance `2026-11-22`. */
  releasedOn: string | null;
  owner: Person;
  createdAt: string;
  updatedAt: string;
  mine: boolean;
}

export interface AlbumDetails {
  title: string;
  description: string;
  releasedOn: string | null;
}

export interface Track {
  id: string;
  title: string;
  description: string;
  albumId: string | null;
  position: number | null;
  owner: Person;
  createdAt: string;
  updatedAt: string;
  mine: boolean;
}

export interface TrackDetails {
  title: string;
  description: string;
  albumId: string | null;
  position: number | null;
}

export interface Account {
  id: string;
  email: string;
  displayName: string;
  roles: string[];
}

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
