import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noMicrophone, type CaptureRequest } from './capture';
import { openCapture } from './openCapture';

class FakeTrack extends EventTarget {
  stopped = false;
  readonly kind: 'audio' | 'video';
  readonly deviceId: string;
  constructor(kind: 'audio' | 'video', deviceId: string) {
    super();
    this.kind = kind;
    this.deviceId = deviceId;
  }
  stop(): void {
    this.stopped = true;
  }
  getSettings = () => ({ deviceId: this.deviceId, width: 1280, height: 720, frameRate: 30 });
}

class FakeStream {
  readonly tracks: FakeTrack[];
  constructor(tracks: FakeTrack[]) {
    this.tracks = tracks;
  }
  getTracks = () => this.tracks;
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video');
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio');
}

const mixed = new FakeTrack('audio', 'mixed');

class FakeContext {
  createGain = () => ({ gain: { value: 1 }, connect: () => undefined });
  createAnalyser = () => ({ fftSize: 0 });
  createMediaStreamDestination = () => ({ stream: new FakeStream([mixed]) });
  createMediaStreamSource = () => ({ connect: () => undefined });
  resume = () => Promise.resolve();
  close = () => Promise.resolve();
}

const camera: CaptureRequest = { kind: 'camera', cameraId: null, microphoneId: null, height: 720 };
const screen: CaptureRequest = { ...camera, kind: 'screen' };
const events = { pictureEnded: vi.fn(), soundEnded: vi.fn() };
let asked: MediaStreamConstraints[];
let microphone: () => FakeTrack[];
let picture: FakeTrack;
let voice: FakeTrack;

beforeEach(() => {
  asked = [];
  picture = new FakeTrack('video', 'cam');
  voice = new FakeTrack('audio', 'mic');
  microphone = () => [voice];
  vi.stubGlobal('MediaStream', FakeStream);
  vi.stubGlobal('AudioContext', FakeContext);
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia: (constraints: MediaStreamConstraints) => {
        asked.push(constraints);
        return Promise.resolve().then(() => new FakeStream([...(constraints.video ? [picture] : []), ...(constraints.audio ? microphone() : [])]));
      },
      getDisplayMedia: () => Promise.resolve(new FakeStream([picture])),
    },
  });
});

const missing = () => {
  throw new DOMException('', 'NotFoundError');
};

describe('openCapture', () => {
  it('opens camera and microphone with one question, and records what is mixed of the sound', async () => {
    const capture = await openCapture(camera, events);
    expect(asked).toHaveLength(1);
    expect(capture).toMatchObject({ kind: 'camera', hasSound: true, cameraId: 'cam', microphoneId: 'mic', size: { width: 1280, height: 720, frameRate: 30 } });
    expect(capture.media.getTracks()).toEqual([picture, mixed]);
    capture.close();
    expect([picture.stopped, voice.stopped]).toEqual([true, true]);
  });

  it('goes without a microphone where there is none, unless one was chosen', async () => {
    microphone = missing;
    const capture = await openCapture(camera, events);
    expect(capture).toMatchObject({ hasSound: false, microphoneId: null });
    expect(capture.media.getTracks()).toEqual([picture]);
    await expect(openCapture({ ...camera, microphoneId: 'gone' }, events)).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('does not ask for a microphone that is not wanted', async () => {
    await openCapture({ ...camera, microphoneId: noMicrophone }, events);
    expect(asked[0]?.audio).toBe(false);
    await openCapture({ ...screen, microphoneId: noMicrophone }, events);
    expect(asked).toHaveLength(1);
  });

  it('opens exactly the devices that were chosen', async () => {
    await openCapture({ ...camera, cameraId: 'c2', microphoneId: 'm2' }, events);
    expect(asked[0]).toMatchObject({ video: { deviceId: { exact: 'c2' }, height: { ideal: 720 }, width: { ideal: 1280 } }, audio: { deviceId: { exact: 'm2' } } });
  });

  it('ends the share again when the microphone is refused', async () => {
    microphone = () => {
      throw new DOMException('', 'NotAllowedError');
    };
    await expect(openCapture(screen, events)).rejects.toMatchObject({ name: 'NotAllowedError' });
    expect(picture.stopped).toBe(true);
  });

  it('tells what is unplugged, and nothing once it is closed', async () => {
    const capture = await openCapture(screen, events);
    voice.dispatchEvent(new Event('ended'));
    expect(events.soundEnded).toHaveBeenCalledTimes(1);
    capture.close();
    picture.dispatchEvent(new Event('ended'));
    expect(events.pictureEnded).not.toHaveBeenCalled();
  });
});
