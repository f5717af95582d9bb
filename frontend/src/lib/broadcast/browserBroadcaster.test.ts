import { beforeEach, describe, expect, it } from 'vitest';
import { ApiError } from '@/lib/api/errors';
import { FakeStudio, settle } from '@/test/fakeBroadcast';
import { BrowserBroadcaster } from './browserBroadcaster';
import type { CaptureRequest } from './capture';

const camera: CaptureRequest = { kind: 'camera', cameraId: null, microphoneId: null, height: 720 };
const screen: CaptureRequest = { ...camera, kind: 'screen' };

let studio: FakeStudio;
let broadcaster: BrowserBroadcaster;
const now = () => broadcaster.getSnapshot();

beforeEach(() => {
  studio = new FakeStudio();
  broadcaster = new BrowserBroadcaster(studio.ports);
});

async function connect(): Promise<void> {
  broadcaster.send();
  await settle();
  studio.socket.open();
}

async function sending(request = camera): Promise<void> {
  await broadcaster.choose(request);
  await connect();
  studio.socket.says({ type: 'accepted' });
}

/** The server takes the connection that was opened last. */
function accept(): void {
  studio.socket.open();
  studio.socket.says({ type: 'accepted' });
}

describe('choosing', () => {
  it('asks, and then shows what was chosen without sending it', async () => {
    const chosen = broadcaster.choose(camera);
    expect(now().phase).toBe('asking');
    await chosen;
    expect(now()).toMatchObject({ phase: 'ready', problem: null, videoBitsPerSecond: 2_500_000 });
    expect(studio.sockets).toHaveLength(0);
    expect(studio.page.warns).toBe(false);
  });

  it('says what to do when permission is denied', async () => {
    studio.permission = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    await broadcaster.choose(camera);
    expect(now().phase).toBe('failed');
    expect(now().problem?.code).toBe('permission');
  });

  it('gives back a camera whose permission came too late', async () => {
    const chosen = broadcaster.choose(camera);
    broadcaster.close();
    await chosen;
    expect(studio.capture.closed).toBe(true);
    expect(now().phase).toBe('idle');
  });

  it('another camera while sending makes a new connection, with the sound as muted as before', async () => {
    await sending();
    broadcaster.setMuted(true);
    await broadcaster.choose({ ...camera, cameraId: 'b' });
    await settle();
    expect(studio.captures.map(({ closed, muted }) => [closed, muted])).toEqual([[true, true], [false, true]]);
    expect(studio.sockets).toHaveLength(2);
    expect(studio.sockets[0]?.closing).toBe(true);
    accept();
    expect(now().phase).toBe('sending');
  });

  it('what is being sent goes on when another camera is refused', async () => {
    await sending();
    studio.permission = () => Promise.reject(new DOMException('', 'NotReadableError'));
    await broadcaster.choose({ ...camera, cameraId: 'b' });
    expect(now().phase).toBe('sending');
    expect(now().problem?.code).toBe('in_use');
    expect(studio.sockets).toHaveLength(1);
  });
});

describe('sending', () => {
  it('says what it records, and records once the server takes it', async () => {
    await broadcaster.choose(camera);
    await connect();
    expect(now().phase).toBe('connecting');
    expect(studio.socket.path).toBe('/ingest/a');
    expect(studio.socket.sent).toEqual(['{"mimeType":"video/webm;codecs=h264,opus"}']);
    expect(studio.recorders).toHaveLength(0);
    studio.socket.says({ type: 'accepted' });
    expect(now().phase).toBe('sending');
    expect(studio.recorder.options).toEqual({ mimeType: 'video/webm;codecs=h264,opus', videoBitsPerSecond: 2_500_000, audioBitsPerSecond: 128_000 });
    studio.recorder.gives(70_000);
    expect(studio.socket.sent[1]).toEqual({ size: 70_000 });
  });

  it('measures what the network carries', async () => {
    await sending();
    studio.recorder.gives(10_000);
    await studio.clock.advance(1000);
    studio.socket.bufferedAmount = 5_000;
    studio.recorder.gives(100_000);
    expect(now().bytesPerSecond).toBe(95_000);
  });

  it('guards the page only while it sends', async () => {
    await sending();
    expect([studio.page.warns, studio.page.awake]).toEqual([true, true]);
    studio.page.hidden?.(true);
    expect(now().hidden).toBe(true);
    broadcaster.stop();
    expect([studio.page.warns, studio.page.awake, studio.page.hidden]).toEqual([false, false, null]);
    expect(now()).toMatchObject({ phase: 'ready', hidden: false });
    expect(studio.capture.closed).toBe(false);
    expect([studio.recorder.stopped, studio.socket.closing]).toEqual([true, true]);
  });

  it('stays refused with the sentence of the server', async () => {
    await broadcaster.choose(camera);
    await connect();
    studio.socket.says({ type: 'refused', code: 'already_connected', message: 'Another encoder is connected.' });
    studio.socket.drop();
    expect(now()).toMatchObject({ phase: 'refused', problem: { code: 'already_connected', sentence: 'Another encoder is connected.' } });
    await studio.clock.advance(120_000);
    expect(studio.sockets).toHaveLength(1);
  });

  it('stays stopped when the server ends it, and can be sent again', async () => {
    await sending();
    studio.socket.says({ type: 'stopped', code: 'ended', message: 'The session was ended.' });
    studio.socket.drop();
    expect(now()).toMatchObject({ phase: 'stopped', problem: { code: 'ended', sentence: 'The session was ended.' } });
    expect(studio.recorder.stopped).toBe(true);
    await connect();
    expect(now()).toMatchObject({ phase: 'connecting', problem: null });
  });

  it('stops with the session, also when the server could not say so', async () => {
    broadcaster.sessionOver();
    expect(now().phase).toBe('idle');
    await sending();
    broadcaster.sessionOver();
    expect(now()).toMatchObject({ phase: 'stopped', problem: { code: 'ended' } });
    expect([studio.socket.closing, studio.page.warns, studio.capture.closed]).toEqual([true, false, false]);
    studio.socket.drop();
    await studio.clock.advance(60_000);
    expect(studio.sockets).toHaveLength(1);
  });

  it('a server without browser ingest is a clear refusal', async () => {
    studio.address = () => Promise.resolve(null);
    await broadcaster.choose(camera);
    broadcaster.send();
    await settle();
    expect(now()).toMatchObject({ phase: 'refused', problem: { code: 'no_browser_ingest' } });
  });

  it('an address that is not for this person is a clear refusal', async () => {
    studio.address = () => Promise.reject(new ApiError(403, { code: 'forbidden', detail: 'Only its owner may.' }));
    await broadcaster.choose(camera);
    broadcaster.send();
    await settle();
    expect(now()).toMatchObject({ phase: 'refused', problem: { code: 'forbidden', sentence: 'Only its owner may.' } });
  });

  it('says when this browser can record nothing that is understood', async () => {
    studio.mimeType = null;
    await broadcaster.choose(camera);
    broadcaster.send();
    await settle();
    expect(now()).toMatchObject({ phase: 'failed', problem: { code: 'unsupported' } });
  });
});

describe('breaks', () => {
  it('comes back by itself with growing pauses and a new recorder', async () => {
    await sending();
    studio.socket.drop();
    expect(now()).toMatchObject({ phase: 'reconnecting', retryAt: 375, giveUpAt: 60_000 });
    expect(studio.recorder.stopped).toBe(true);
    await studio.clock.advance(374);
    expect(studio.sockets).toHaveLength(1);
    await studio.clock.advance(1);
    studio.socket.drop();
    expect(now().retryAt).toBe(375 + 750);
    await studio.clock.advance(750);
    accept();
    expect(now()).toMatchObject({ phase: 'sending', retryAt: null, giveUpAt: null });
    expect(studio.recorders).toHaveLength(2);
  });

  it('a connection that breaks as soon as it stands does not start the pauses anew', async () => {
    await sending();
    studio.socket.drop();
    await studio.clock.advance(375);
    accept();
    await studio.clock.advance(1000);
    studio.recorder.gives(1);
    studio.socket.drop();
    expect(now().retryAt).toBe(1375 + 750);
  });

  it('gives up after the minute that the server waits', async () => {
    await sending();
    studio.address = () => Promise.reject(new ApiError(0, {}));
    studio.socket.drop();
    await studio.clock.advance(61_000);
    expect(now()).toMatchObject({ phase: 'failed', problem: { code: 'unreachable' }, retryAt: null });
    expect(studio.page.warns).toBe(false);
    expect(studio.capture.closed).toBe(false);
  });

  it('tries at once when the network comes back', async () => {
    await sending();
    studio.socket.drop();
    studio.page.online?.();
    await settle();
    expect(studio.sockets).toHaveLength(2);
    accept();
    await studio.clock.advance(2000);
    expect(studio.sockets).toHaveLength(2);
  });

  it('a server that still holds the old connection is asked again', async () => {
    await sending();
    studio.socket.drop();
    await studio.clock.advance(375);
    studio.socket.open();
    studio.socket.says({ type: 'refused', code: 'already_connected', message: 'Another encoder is connected.' });
    studio.socket.drop();
    expect(now().phase).toBe('reconnecting');
    await studio.clock.advance(750);
    accept();
    expect(now().phase).toBe('sending');
  });

  it('a server that never answers counts as lost', async () => {
    await broadcaster.choose(camera);
    await connect();
    await studio.clock.advance(10_000);
    expect(now().phase).toBe('reconnecting');
    expect(studio.socket.closing).toBe(true);
  });
});

describe('a slow upload', () => {
  it('stops recording instead of growing, lets the queue drain, and begins anew with less', async () => {
    await sending();
    studio.socket.bufferedAmount = 985_500;
    studio.recorder.gives(1);
    expect(studio.recorder.stopped).toBe(false);
    studio.socket.bufferedAmount = 985_501;
    studio.recorder.gives(1);
    expect(studio.recorder.stopped).toBe(true);
    expect(now().slowAt).toBe(0);
    await studio.clock.advance(500);
    expect(studio.socket.closing).toBe(false);
    studio.socket.bufferedAmount = 0;
    await studio.clock.advance(100);
    expect(studio.socket.closing).toBe(true);
    expect(studio.sockets).toHaveLength(1);
    studio.socket.drop();
    await settle();
    expect(studio.sockets).toHaveLength(2);
    accept();
    expect(studio.recorder.options.videoBitsPerSecond).toBe(1_500_000);
    expect(now()).toMatchObject({ phase: 'sending', slowAt: 0 });
  });

  it('what waits for three seconds is too slow, however little it is', async () => {
    await sending();
    for (let i = 0; i < 12; i += 1) {
      studio.socket.bufferedAmount = (i + 1) * 1000;
      studio.recorder.gives(1000);
      await studio.clock.advance(250);
    }
    expect(now().slowAt).toBeNull();
    // The first second has gone out in the meantime.
    studio.socket.bufferedAmount = 9_000;
    studio.recorder.gives(1000);
    await studio.clock.advance(1001);
    expect(now().slowAt).toBeNull();
    studio.socket.bufferedAmount = 10_000;
    studio.recorder.gives(1000);
    expect(now().slowAt).toBe(4001);
    expect(studio.recorder.stopped).toBe(true);
  });

  it('a queue that does not drain is given up, and less is asked for after a pause', async () => {
    await sending();
    studio.socket.bufferedAmount = 2_000_000;
    studio.recorder.gives(1);
    await studio.clock.advance(10_000);
    expect(now()).toMatchObject({ phase: 'reconnecting', videoBitsPerSecond: 1_500_000, retryAt: 10_375 });
    expect(studio.sockets).toHaveLength(1);
    await studio.clock.advance(375);
    expect(studio.sockets).toHaveLength(2);
  });
});

describe('devices', () => {
  it('a camera that is unplugged ends it with a sentence', async () => {
    await sending();
    studio.capture.events.pictureEnded();
    expect(now()).toMatchObject({ phase: 'failed', problem: { code: 'camera_gone' }, capture: null });
    expect([studio.capture.closed, studio.socket.closing]).toEqual([true, true]);
  });

  it('a screen share ended by the button of the browser says so', async () => {
    await sending(screen);
    studio.capture.events.pictureEnded();
    expect(now()).toMatchObject({ phase: 'stopped', problem: { code: 'screen_ended' }, capture: null });
  });

  it('a microphone that is unplugged is told, and the picture goes on', async () => {
    await sending();
    studio.capture.events.soundEnded();
    expect(now()).toMatchObject({ phase: 'sending', soundLost: true });
  });

  it('a recorder that hangs is started anew, and not for ever', async () => {
    await sending();
    studio.recorder.gives(1);
    await studio.clock.advance(6_000);
    studio.socket.drop();
    await settle();
    accept();
    expect(now().phase).toBe('sending');
    expect(studio.recorders).toHaveLength(2);
    studio.recorder.events.failed();
    studio.socket.drop();
    expect(now()).toMatchObject({ phase: 'failed', problem: { code: 'recorder' } });
  });

  it('closing gives everything back', async () => {
    await sending();
    broadcaster.close();
    expect(now().phase).toBe('idle');
    expect([studio.capture.closed, studio.socket.closing, studio.page.warns]).toEqual([true, true, false]);
  });
});
