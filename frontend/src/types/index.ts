import type { components } from './api.gen';

/** Domain types, named as the pages name them. They come from the API's document: `npm run types`. */
type Schemas = components['schemas'];

export type VideoStatus = Schemas['VideoStatus'];
export type Visibility = Schemas['Visibility'];
export type TranscodePhase = Schemas['TranscodePhase'];
export type TranscodeProgress = Schemas['ProgressResponse'];
export type VideoFailure = Schemas['FailureResponse'];
export type Video = Schemas['VideoResponse'];
export type VideoStream = Schemas['VideoStreamResponse'];
export type VideoDetails = Required<Schemas['UpdateVideoRequest']> & { description: string };

export type UploadRequest = Schemas['PresignUploadRequest'];
export type UploadTicket = Schemas['UploadTicketResponse'];
export type UploadState = Schemas['UploadResponse'];
export type SignedPart = Schemas['SignedPartResponse'];
export type UploadedPart = Schemas['ArrivedPartResponse'];

export type Album = Schemas['AlbumResponse'];
export type AlbumDetails = Pick<Album, 'title' | 'description' | 'releasedOn'>;
export type Track = Schemas['TrackResponse'];
export type TrackDetails = Pick<Track, 'title' | 'description' | 'albumId' | 'position'>;

export type Account = Schemas['MeResponse'];

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** What the hub sends about a video (`docs/hub.md`); the latest one wins. */
export interface VideoChange extends Pick<Video, 'playable' | 'progress' | 'failure'> {
  videoId: string;
  status: VideoStatus | 'deleted';
}

export type * from './chat';
export type * from './moderation';
export type * from './streams';
