import type { components } from './api.gen';

type Schemas = components['schemas'];

export type StreamStatus = Schemas['StreamStatus'];
export type StreamSignal = Schemas['StreamSignal'];
export type StreamLatency = Schemas['StreamLatency'];
export type RecordingStatus = Schemas['RecordingStatus'];
export type SessionEnd = NonNullable<Schemas['SessionEnd']>;
export type StreamTrouble = Schemas['TroubleResponse'];
export type StreamRecording = Schemas['RecordingResponse'];
export type Stream = Schemas['StreamResponse'];
export type StreamDetails = Required<Schemas['StreamRequest']> & { description: string };
export type StreamPlayback = Schemas['PlaybackResponse'];
export type StreamIngest = Schemas['IngestResponse'];
export type StreamAdvice = Schemas['AdviceResponse'];
export type HealthSample = Schemas['HealthSampleResponse'];
export type StreamHealth = Schemas['HealthResponse'];
export type StreamBreak = Schemas['BreakResponse'];
export type StreamSession = Schemas['SessionResponse'];
export type CoverTicket = Schemas['CoverTicketResponse'];

/** What the hub sends about a stream (`docs/hub.md`); the latest one wins. */
export interface StreamChange extends Pick<Stream, 'signal' | 'visibility' | 'title' | 'scheduledFor' | 'session' | 'liveAt' | 'viewers'> {
  streamId: string;
  status: Stream['status'] | 'deleted';
  /** The video of that session's recording, once it can be watched. */
  recordingVideoId: string | null;
  /** On the owner's connections only. */
  trouble?: StreamTrouble | null;
}
