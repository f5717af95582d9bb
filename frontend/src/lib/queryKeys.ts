import type { MusicFilter } from './api/albums';
import type { VideoFilter } from './api/videos';

/** Every cached answer has its key here, so that what changes together is refreshed together. */
export const keys = {
  me: ['me'] as const,
  videos: ['videos'] as const,
  videoList: (filter: VideoFilter) => ['videos', 'list', filter] as const,
  video: (id: string) => ['videos', 'one', id] as const,
  deletingVideo: ['delete-video'] as const,
  albums: ['albums'] as const,
  albumList: (filter: MusicFilter) => ['albums', 'list', filter] as const,
  album: (id: string) => ['albums', 'one', id] as const,
  albumTracks: (id: string) => ['tracks', 'of-album', id] as const,
  tracks: ['tracks'] as const,
  trackList: (filter: MusicFilter) => ['tracks', 'list', filter] as const,
  track: (id: string) => ['tracks', 'one', id] as const,
};
