import type { Stream, StreamChange } from '@/types';

export function streamOf(patch: Partial<Stream> = {}): Stream {
  return {
    id: 'a', title: 'Rooftop session', description: '', status: 'offline', signal: 'none', visibility: 'public', owner: { id: 'o', displayName: 'Ada' },
    scheduledFor: null, record: true, latency: 'low', cover: null, poster: null, createdAt: '2026-11-22T10:00:00Z', updatedAt: '2026-11-22T10:00:00Z',
    liveAt: null, endedAt: null, viewers: 0, session: 0, recording: null, trouble: null, mine: false, ...patch,
  };
}

export function streamChangeOf(patch: Partial<StreamChange> = {}): StreamChange {
  return {
    streamId: 'a', status: 'offline', signal: 'none', visibility: 'public', title: 'Rooftop session', scheduledFor: null, session: 0, liveAt: null,
    viewers: 0, recordingVideoId: null, ...patch,
  };
}
