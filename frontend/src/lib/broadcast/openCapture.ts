import { noMicrophone, type Capture, type CaptureEvents, type CaptureRequest } from './capture';
import { SoundMixer } from './soundMixer';

/** Opens camera or screen with its sound. Throws the browser's own `DOMException`; nothing stays open then. */
export async function openCapture(request: CaptureRequest, events: CaptureEvents): Promise<Capture> {
  if (request.kind === 'camera') return captureOf(request, await openCamera(request), null, events);
  const screen = await openScreen(request);
  try {
    return captureOf(request, screen, await openMicrophone(request), events);
  } catch (error) {
    for (const track of screen.getTracks()) track.stop();
    throw error;
  }
}

/** Camera and microphone together, so that the browser asks once. */
async function openCamera(request: CaptureRequest): Promise<MediaStream> {
  const video = { ...sizeOf(request), frameRate: { ideal: 30 }, ...(request.cameraId !== null && { deviceId: { exact: request.cameraId } }) };
  const audio = request.microphoneId === noMicrophone ? false : soundOf(request);
  try {
    return await navigator.mediaDevices.getUserMedia({ video, audio });
  } catch (error) {
    if (request.microphoneId !== null || !isMissing(error)) throw error;
    return await navigator.mediaDevices.getUserMedia({ video });
  }
}

async function openMicrophone(request: CaptureRequest): Promise<MediaStream | null> {
  if (request.microphoneId === noMicrophone) return null;
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: soundOf(request) });
  } catch (error) {
    if (request.microphoneId !== null || !isMissing(error)) throw error;
    return null;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
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

function captureOf(request: CaptureRequest, pictured: MediaStream, voice: MediaStream | null, events: CaptureEvents): Capture {
  const [picture] = pictured.getVideoTracks();
  if (!picture) throw new DOMException('There is no picture.', 'NotFoundError');
  const streams = voice === null ? [pictured] : [pictured, voice];
  const sounding = streams.filter((stream) => stream.getAudioTracks().length > 0);
  const mixer = sounding.length > 0 ? new SoundMixer(sounding) : null;
  const tracks = streams.flatMap((stream) => stream.getTracks());
  const microphone = (request.kind === 'camera' ? pictured : voice)?.getAudioTracks()[0];
  const life = new AbortController();
  picture.addEventListener('ended', () => events.pictureEnded(), { signal: life.signal });
  microphone?.addEventListener('ended', () => events.soundEnded(), { signal: life.signal });
  const { width = 0, height = 0, frameRate = 30, deviceId = null } = picture.getSettings();
  return {
    kind: request.kind,
    media: new MediaStream(mixer?.track ? [picture, mixer.track] : [picture]),
    size: { width, height, frameRate },
    hasSound: mixer !== null,
    cameraId: request.kind === 'camera' ? deviceId : null,
    microphoneId: microphone?.getSettings().deviceId ?? null,
    level: () => mixer?.level() ?? 0,
    mute: (muted) => mixer?.mute(muted),
    close: () => {
      life.abort();
      for (const track of tracks) track.stop();
      mixer?.close();
    },
  };
}
