import type { StreamHealth, StreamSession } from '@/types';

export function sessionOf(patch: Partial<StreamSession> = {}): StreamSession {
  return {
    number: 1, startedAt: '2026-11-22T12:00:00Z', liveAt: '2026-11-22T12:00:02Z', endedAt: '2026-11-22T13:00:02Z', end: 'stopped', recording: 'ready', videoId: 'v',
    peakViewers: 12, viewersByMinute: [], breaks: [], ...patch,
  };
}

export function healthOf(patch: Partial<StreamHealth> = {}): StreamHealth {
  return {
    connectedSince: '2026-11-22T12:00:00Z', source: 'rtmp', bitrateKbps: 2540, frameRate: 29.97, keyframeIntervalSeconds: 2, width: 1280, height: 720,
    videoCodec: 'h264', audioCodec: 'aac', droppedFrames: 3, advice: [], history: [], ...patch,
  };
}
