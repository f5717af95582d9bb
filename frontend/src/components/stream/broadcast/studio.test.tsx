import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BrowserBroadcaster } from '@/lib/broadcast/browserBroadcaster';
import type { CaptureRequest } from '@/lib/broadcast/capture';
import { useStore } from '@/hooks/useStore';
import { FakeStudio, settle } from '@/test/fakeBroadcast';
import { streamOf } from '@/test/streams';
import type { Stream } from '@/types';
import { BrowserPanel } from './BrowserPanel';

const request: CaptureRequest = { kind: 'camera', cameraId: null, microphoneId: null, height: 720 };

function Example({ broadcaster, stream }: { broadcaster: BrowserBroadcaster; stream: Stream }) {
  const state = useStore(broadcaster);
  const studio = {
    state,
    request,
    choose: (patch: Partial<CaptureRequest>) => void broadcaster.choose({ ...request, ...patch }),
    send: () => broadcaster.send(),
    stop: () => broadcaster.stop(),
    close: () => broadcaster.close(),
    setMuted: (muted: boolean) => broadcaster.setMuted(muted),
  };
  return <BrowserPanel stream={stream} studio={studio} />;
}

let fakes: FakeStudio;

beforeEach(() => {
  fakes = new FakeStudio();
  vi.stubGlobal('isSecureContext', true);
  vi.stubGlobal('MediaRecorder', { isTypeSupported: () => true });
  vi.stubGlobal('AudioContext', vi.fn());
  vi.stubGlobal('navigator', Object.assign(Object.create(navigator) as object, {
    mediaDevices: { enumerateDevices: () => Promise.resolve([]), addEventListener: () => undefined, removeEventListener: () => undefined, getDisplayMedia: () => undefined },
  }));
});

function show(stream = streamOf()) {
  render(<Example broadcaster={new BrowserBroadcaster(fakes.ports)} stream={stream} />);
  return userEvent.setup();
}

describe('BrowserPanel', () => {
  it('from the camera to sending, and back', async () => {
    const user = show();
    await user.click(screen.getByRole('button', { name: 'Use the camera' }));
    expect(await screen.findByText('Only you see this. Nothing is sent yet.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Send it to the stream' }));
    await settle();
    fakes.socket.open();
    fakes.socket.says({ type: 'accepted' });
    expect(await screen.findByText('Sending.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Sound off' }));
    expect(fakes.capture.muted).toBe(true);
    expect(screen.getByText('Viewers hear nothing.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Stop sending' }));
    await user.click(screen.getByRole('button', { name: 'Close the camera' }));
    expect(fakes.capture.closed).toBe(true);
    expect(screen.getByRole('button', { name: 'Use the camera' })).toBeTruthy();
  });

  it('warns that viewers see it at once when a session waits for it', async () => {
    const user = show(streamOf({ status: 'starting' }));
    await user.click(screen.getByRole('button', { name: 'Use the camera' }));
    expect(await screen.findByRole('button', { name: 'Send: viewers see it at once' })).toBeTruthy();
  });

  it('says why it was refused, and offers another try', async () => {
    const user = show();
    await user.click(screen.getByRole('button', { name: 'Use the camera' }));
    await user.click(await screen.findByRole('button', { name: 'Send it to the stream' }));
    await settle();
    fakes.socket.open();
    fakes.socket.says({ type: 'refused', code: 'already_connected', message: 'Another encoder is connected.' });
    fakes.socket.drop();
    expect((await screen.findByRole('alert')).textContent).toContain('Another encoder is connected.');
    expect(screen.getByRole('button', { name: 'Send it to the stream' })).toBeTruthy();
  });

  it('says what to do without permission', async () => {
    fakes.permission = () => Promise.reject(new DOMException('', 'NotAllowedError'));
    const user = show();
    await user.click(screen.getByRole('button', { name: 'Use the camera' }));
    expect((await screen.findByRole('alert')).textContent).toContain('was not allowed to use camera and microphone');
  });

  it('on a page without https it says so instead of failing', () => {
    vi.stubGlobal('isSecureContext', false);
    show();
    expect(screen.queryByRole('button', { name: 'Use the camera' })).toBeNull();
    expect(screen.getByText(/only on secure pages/)).toBeTruthy();
  });
});
