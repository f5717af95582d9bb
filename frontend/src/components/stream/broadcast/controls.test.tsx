import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { streamOf } from '@/test/streams';
import { renderWithClient, stubApi } from '@/test/withClient';
import { EncoderPanel } from './EncoderPanel';
import { SessionControls } from './SessionControls';

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
});

const live = streamOf({ status: 'live', signal: 'receiving', viewers: 7, recording: { status: 'recording', videoId: null } });

describe('SessionControls', () => {
  it('says who will see it, and goes live only when that is confirmed', async () => {
    const calls = stubApi({ 'POST /api/streams/a/start': { body: streamOf({ status: 'starting' }) } });
    renderWithClient(<SessionControls stream={streamOf({ visibility: 'public', signal: 'receiving' })} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Go live' }));
    expect(screen.getByRole('dialog').textContent).toContain('everyone can find it and watch');
    await user.click(screen.getByRole('button', { name: 'Not yet' }));
    expect(calls).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Go live' }));
    await user.click(screen.getAllByRole('button', { name: 'Go live' }).at(-1) ?? document.body);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls).toEqual([{ method: 'POST', path: '/api/streams/a/start' }]);
  });

  it('without a signal it says that it waits', async () => {
    renderWithClient(<SessionControls stream={streamOf()} />);
    expect(screen.getByText(/it waits for your encoder/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Go live' }));
    expect(screen.getByRole('dialog').textContent).toContain('Nothing arrives yet');
  });

  it('asks before it ends, and says what that means', async () => {
    const calls = stubApi({ 'POST /api/streams/a/stop': { body: streamOf({ status: 'ended' }) } });
    renderWithClient(<SessionControls stream={live} />);
    await userEvent.click(screen.getByRole('button', { name: 'End the stream' }));
    expect(screen.getByRole('dialog').textContent).toContain('It ends for all 7 who watch, and your encoder is disconnected. Its recording becomes a video.');
    await userEvent.click(screen.getByRole('button', { name: 'End it' }));
    await waitFor(() => expect(calls).toEqual([{ method: 'POST', path: '/api/streams/a/stop' }]));
  });

  it('shows why the server refuses', async () => {
    stubApi({ 'POST /api/streams/a/stop': { status: 409, body: { code: 'wrong_state', detail: 'It has ended already.' } } });
    renderWithClient(<SessionControls stream={live} />);
    await userEvent.click(screen.getByRole('button', { name: 'End the stream' }));
    await userEvent.click(screen.getByRole('button', { name: 'End it' }));
    expect((await screen.findByRole('alert')).textContent).toContain('It has ended already.');
  });

  it('calls off a start that waits', async () => {
    renderWithClient(<SessionControls stream={streamOf({ status: 'starting' })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Call off the start' }));
    expect(screen.getByRole('dialog').textContent).toContain('Nobody has seen anything yet.');
  });
});

describe('EncoderPanel', () => {
  const ingest = { rtmpUrl: 'rtmp://example.org/live', streamKey: 'sk_secret', browserIngestUrl: '/x', rtmpUnavailable: null, expiresAt: null };
  const path = 'GET /api/streams/a/ingest';

  it('shows the key only while it is asked for, and copies it all the same', async () => {
    stubApi({ [path]: { body: ingest } });
    const user = userEvent.setup();
    const written = vi.spyOn(navigator.clipboard, 'writeText');
    const { container } = renderWithClient(<EncoderPanel stream={streamOf()} />);
    const key = await screen.findByLabelText<HTMLInputElement>('Stream key');
    expect(screen.getByLabelText<HTMLInputElement>('Server').value).toBe('rtmp://example.org/live');
    expect(container.innerHTML).not.toContain('sk_secret');
    await user.click(screen.getByRole('button', { name: 'Copy the key' }));
    expect(written).toHaveBeenCalledExactlyOnceWith('sk_secret');
    expect(await screen.findByText('Copied')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show the key' }));
    expect(key.value).toBe('sk_secret');
    await user.click(screen.getByRole('button', { name: 'Hide the key' }));
    expect(key.value).not.toContain('sk_secret');
  });

  it('a new key takes the place of the old one, hidden again', async () => {
    stubApi({ [path]: { body: ingest }, 'POST /api/streams/a/ingest/rotate': { body: { ...ingest, streamKey: 'sk_new' } } });
    renderWithClient(<EncoderPanel stream={live} />);
    await userEvent.click(await screen.findByRole('button', { name: 'Show the key' }));
    await userEvent.click(screen.getByRole('button', { name: 'Make a new key' }));
    expect(screen.getByRole('dialog').textContent).toContain('Who sends now is disconnected. Viewers wait up to a minute');
    await userEvent.click(screen.getAllByRole('button', { name: 'Make a new key' }).at(-1) ?? document.body);
    await userEvent.click(await screen.findByRole('button', { name: 'Show the key' }));
    expect(screen.getByLabelText<HTMLInputElement>('Stream key').value).toBe('sk_new');
  });

  it('says why there is no RTMP', async () => {
    stubApi({ [path]: { body: { ...ingest, rtmpUrl: null, streamKey: null, rtmpUnavailable: 'Install nginx.' } } });
    renderWithClient(<EncoderPanel stream={streamOf()} />);
    expect((await screen.findByText(/Install nginx\./)).textContent).toContain('Your camera in this browser works all the same.');
  });
});
