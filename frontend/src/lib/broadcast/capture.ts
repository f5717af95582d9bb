import type { PictureSize } from './bitrate';

export type SourceKind = 'camera' | 'screen';

export const noMicrophone = 'none';

export interface CaptureRequest {
  kind: SourceKind;
  /** Null: the one that the browser prefers. */
  cameraId: string | null;
  /** Null: the one that the browser prefers, or none where there is none. {@link noMicrophone}: without one. */
  microphoneId: string | null;
  /** Lines of the picture, as 720; the browser comes as near as it can. */
  height: number;
}

export interface CaptureEvents {
  /** The camera was unplugged, or the share ended by the browser's own button. */
  pictureEnded(): void;
  /** The microphone was unplugged; the sound goes on as silence. */
  soundEnded(): void;
}

/** Picture and sound as they are recorded and shown to the broadcaster. */
export interface Capture {
  kind: SourceKind;
  media: MediaStream;
  size: PictureSize;
  hasSound: boolean;
  /** Which ones were opened; null for none and for what the browser does not tell. */
  cameraId: string | null;
  microphoneId: string | null;
  /** Loudness from 0 to 1 right now. */
  level(): number;
  mute(muted: boolean): void;
  close(): void;
}
