export interface RecorderOptions {
  mimeType: string;
  videoBitsPerSecond: number;
  audioBitsPerSecond: number;
}

export interface RecorderEvents {
  /** In order; the first one begins with the container's header. */
  data(chunk: Blob): void;
  failed(): void;
}

export interface Recorder {
  /** Gives its last data only to who still listens. */
  stop(): void;
}

/** A chunk is on its way that soon; it is the sender's share of the delay. */
const timesliceMs = 250;
/** Players begin and recover at keyframes. */
const keyframeEveryMs = 2000;

/** MediaRecorder. Browsers that know no `videoKeyFrameIntervalDuration` pass it over and place keyframes as they like. */
export function openRecorder(media: MediaStream, options: RecorderOptions, events: RecorderEvents): Recorder {
  const settings: MediaRecorderOptions & { videoKeyFrameIntervalDuration: number } = { ...options, videoKeyFrameIntervalDuration: keyframeEveryMs };
  const recorder = new MediaRecorder(media, settings);
  const life = new AbortController();
  const { signal } = life;
  recorder.addEventListener('dataavailable', ({ data }) => data.size > 0 && events.data(data), { signal });
  recorder.addEventListener('error', () => events.failed(), { signal });
  // It stops by itself when its tracks change or end.
  recorder.addEventListener('stop', () => events.failed(), { signal });
  recorder.start(timesliceMs);
  return {
    stop: () => {
      life.abort();
      if (recorder.state !== 'inactive') recorder.stop();
    },
  };
}
