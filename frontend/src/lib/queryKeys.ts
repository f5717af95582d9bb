import type { MusicFilter } from './api/albums';
import type { StreamFilter } from './api/streams';
import type { VideoFilter } from './api/videos';

/** Every cached answer has its key here, so that what changes together is refreshed together. */
export const keys = {
  me: ['me'] as const,
  videos: ['videos'] as const,
  videoList: (filter: VideoFilter) => ['videos', 'list', filter] as const,
  video: (id: string) => ['videos', 'one', id] as const,
  deletingVideo: ['delete-video'] as const,
  streams: ['streams'] as const,
  streamLists: ['streams', 'list'] as const,
  streamList: (filter: StreamFilter) => ['streams', 'list', filter] as const,
  stream: (id: string) => ['streams', 'one', id] as const,
  streamPlayback: (id: string, session: number) => ['streams', 'playback', id, session] as const,
  streamIngest: (id: string) => ['streams', 'ingest', id] as const,
  streamHealth: (id: string) => ['streams', 'health', id] as const,
  streamSessions: (id: string) => ['streams', 'sessions', id] as const,
  deletingStream: ['delete-stream'] as const,
  moderation: (streamId: string) => ['moderation', streamId] as const,
  chatAudit: (streamId: string) => ['chat-audit', streamId] as const,
  moderating: (streamId: string) => ['moderate', streamId] as const,
  albums: ['albums'] as const,
  albumList: (filter: MusicFilter) => ['albums', 'list', filter] as const,
  album: (id: string) => ['albums', 'one', id] as const,
  albumTracks: (id: string) => ['tracks', 'of-album', id] as const,
  tracks: ['tracks'] as const,
  trackList: (filter: MusicFilter) => ['tracks', 'list', filter] as const,
  track: (id: string) => ['tracks', 'one', id] as const,
};
