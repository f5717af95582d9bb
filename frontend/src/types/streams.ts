import type { Visibility } from './index';

export type StreamStatus = 'offline' | 'scheduled' | 'starting' | 'live' | 'reconnecting' | 'ended';
export type StreamSignal = 'none' | 'receiving' | 'starved';
export type StreamLatency = 'low' | 'normal';
export type RecordingStatus = 'none' | 'recording' | 'finishing' | 'ready' | 'failed';
export type SessionEnd = 'stopped' | 'signalLost' | 'neverLive';

/** What went wrong last; for the broadcaster alone. */
export interface StreamTrouble {
  code: string;
  message: string;
  at: string;
}

export interface StreamRecording {
  status: RecordingStatus;
  /** Only once it can be watched, and only for who may. */
  videoId: string | null;
}

export interface Stream {
  id: string;
  title: string;
  description: string;
  status: StreamStatus;
  signal: StreamSignal;
  visibility: Visibility;
  owner: { id: string; displayName: string };
  scheduledFor: string | null;
  record: boolean;
  latency: StreamLatency;
  /** Address of the cover picture. */
  cover: string | null;
  /** Address of a still of the last minute, while it is live. */
  poster: string | null;
  createdAt: string;
  updatedAt: string;
  liveAt: string | null;
  endedAt: string | null;
  viewers: number;
  /** The session that is on or was the last; 0 before the first. */
  session: number;
  /** Of that session. */
  recording: StreamRecording | null;
  trouble: StreamTrouble | null;
  mine: boolean;
}

export interface StreamDetails {
  title: string;
  description: string;
  visibility: Visibility;
  scheduledFor: string | null;
  record: boolean;
  latency: StreamLatency;
}

export interface StreamPlayback {
  kind: 'hls' | 'ivs';
  url: string;
  poster: string | null;
  expiresAt: string | null;
}

/** Where the broadcaster sends to. */
export interface StreamIngest {
  rtmpUrl: string | null;
  streamKey: string | null;
  /** A path, to be opened as a WebSocket of the same host. */
  browserIngestUrl: string | null;
  /** Why there is no RTMP. */
  rtmpUnavailable: string | null;
  expiresAt: string | null;
}

export interface StreamAdvice {
  code: string;
  message: string;
}

export interface HealthSample {
  at: string;
  bitrateKbps: number;
  frameRate: number;
}

/** What the encoder sends, measured. Zero or null where it cannot be told yet. */
export interface StreamHealth {
  /** Null without a signal; then everything else is empty. */
  connectedSince: string | null;
  source: 'rtmp' | 'browser' | null;
  bitrateKbps: number;
  frameRate: number;
  keyframeIntervalSeconds: number;
  width: number;
  height: number;
  videoCodec: string | null;
  audioCodec: string | null;
  droppedFrames: number;
  /** The most urgent first. */
  advice: StreamAdvice[];
  /** One every two seconds, the last five minutes at most, oldest first. */
  history: HealthSample[];
}

export interface StreamBreak {
  lostAt: string;
  backAt: string | null;
}

export interface StreamSession {
  number: number;
  startedAt: string;
  liveAt: string | null;
  endedAt: string | null;
  end: SessionEnd | null;
  recording: RecordingStatus;
  videoId: string | null;
  peakViewers: number;
  /** Viewers at the end of each whole minute; for the owner alone. */
  viewersByMinute: number[];
  breaks: StreamBreak[];
}

/** How to send a cover picture: one PUT. */
export interface CoverTicket {
  url: string;
  headers: Record<string, string>;
  expiresAt: string;
}

/** What the hub sends about a stream (`docs/hub.md`); the latest one wins. */
export interface StreamChange {
  streamId: string;
  status: StreamStatus | 'deleted';
  signal: StreamSignal;
  visibility: Visibility;
  title: string;
  scheduledFor: string | null;
  session: number;
  liveAt: string | null;
  viewers: number;
  recordingVideoId: string | null;
  /** On the owner's connections only. */
  trouble?: StreamTrouble | null;
}
