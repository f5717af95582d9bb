import type { Capture, CaptureEvents, CaptureRequest } from './capture';
import { SoundMixer } from './soundMixer';

export const noMicrophone = 'none';

/** Opens camera or screen with its sound. Throws the browser's own `DOMException`; nothing stays open then. */
export async function openCapture(request: CaptureRequest, events: CaptureEvents): Promise<Capture> {
  const picture = request.kind === 'screen' ? await openScreen(request) : await openCamera(request);
  const streams = [picture];
  try {
    // The camera came with its microphone, so that the browser asks once.
    if (request.kind === 'screen' && request.microphoneId !== noMicrophone) {
      streams.push(await navigator.mediaDevices.getUserMedia({ audio: soundOf(request) }));
    }
    return captureOf(request, streams, events);
  } catch (error) {
    for (const track of streams.flatMap((stream) => stream.getTracks())) track.stop();
    throw error;
  }
}

function openCamera(request: CaptureRequest): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    video: { ...sizeOf(request), frameRate: { ideal: 30 }, ...(request.cameraId !== null && { deviceId: { exact: request.cameraId } }) },
    audio: request.microphoneId === noMicrophone ? false : soundOf(request),
  });
}

function openScreen(request: CaptureRequest): Promise<MediaStream> {
  return navigator.mediaDevices.getDisplayMedia({ video: { ...sizeOf(request), frameRate: { ideal: 30 } }, audio: true });
}

function sizeOf({ height }: CaptureRequest): MediaTrackConstraints {
  return { width: { ideal: Math.round((height * 16) / 9) }, height: { ideal: height } };
}

function soundOf({ microphoneId }: CaptureRequest): MediaTrackConstraints {
  // Made for speech, these spoil music.
  const musical = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  return microphoneId === null ? musical : { ...musical, deviceId: { exact: microphoneId } };
}

function captureOf(request: CaptureRequest, streams: MediaStream[], events: CaptureEvents): Capture {
  const [picture] = streams.flatMap((stream) => stream.getVideoTracks());
  if (!picture) throw new DOMException('There is no picture.', 'NotFoundError');
  const sounding = streams.filter((stream) => stream.getAudioTracks().length > 0);
  const mixer = sounding.length > 0 ? new SoundMixer(sounding) : null;
  const tracks = streams.flatMap((stream) => stream.getTracks());
  const life = new AbortController();
  picture.addEventListener('ended', () => events.pictureEnded(), { signal: life.signal });
  for (const track of tracks) {
    if (track.kind === 'audio') track.addEventListener('ended', () => events.soundEnded(), { signal: life.signal });
  }
  const { width = 0, height = 0, frameRate = 30 } = picture.getSettings();
  return {
    kind: request.kind,
    media: new MediaStream(mixer?.track ? [picture, mixer.track] : [picture]),
    size: { width, height, frameRate },
    hasSound: mixer !== null,
    level: () => mixer?.level() ?? 0,
    mute: (muted) => mixer?.mute(muted),
    close: () => {
      life.abort();
      for (const track of tracks) track.stop();
      mixer?.close();
    },
  };
}
