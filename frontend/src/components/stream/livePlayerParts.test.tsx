import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { playerError } from '@/lib/player/errors';
import type { LiveCore } from '@/lib/player/live/liveCore';
import { emptyLiveSnapshot, type LiveSnapshot } from '@/lib/player/live/liveSnapshot';
import type { StreamStatus } from '@/types';
import { LiveButton } from './LiveButton';
import { LiveMessage } from './LiveMessage';

const playing: LiveSnapshot = { ...emptyLiveSnapshot, phase: 'ready', playing: true, duration: 600, time: 599, behind: 0.8, latency: 1.16 };

function button(patch: Partial<LiveSnapshot>, { preview = false, status = 'live' }: { preview?: boolean; status?: StreamStatus } = {}) {
  const toLive = vi.fn();
  const { container } = render(<LiveButton core={{ toLive } as unknown as LiveCore} state={{ ...playing, ...patch }} preview={preview} status={status} />);
  return { toLive, text: container.textContent };
}

describe('the LIVE badge', () => {
  it('says how far the picture is behind the moment', () => expect(button({}).text).toBe('LIVEDelay 1.2 s'));
  it.each(['offline', 'scheduled', 'starting', 'ended'] as const)('is PREVIEW for the owner of a stream that is %s', (status) =>
    expect(button({ latency: null }, { preview: true, status }).text).toBe('PREVIEW'));
  it('is LIVE for the owner once viewers see the same', () => {
    expect(button({ latency: null }, { preview: true }).text).toBe('LIVE');
    button({ atLive: false, behind: 3 }, { preview: true });
    expect(screen.getByRole('button', { name: 'Jump to LIVE −0:03' })).toBeTruthy();
  });
  it('shows no delay while the picture stands still', () => expect(button({ buffering: true }).text).toBe('LIVE'));
  it('leads back to live once it is behind', async () => {
    const { toLive } = button({ atLive: false, behind: 75 });
    await userEvent.click(screen.getByRole('button', { name: 'Jump to LIVE −1:15' }));
    expect(toLive).toHaveBeenCalledTimes(1);
  });
  it('is the place in what there is, once the broadcast has ended', () => expect(button({ finished: true, time: 60 }).text).toBe('1:00 / 10:00'));
});

function message(patch: Partial<LiveSnapshot>, status: StreamStatus = 'live') {
  const onRetry = vi.fn();
  const { container } = render(<LiveMessage state={{ ...playing, ...patch }} status={status} preview={false} onRetry={onRetry} />);
  return { onRetry, text: container.textContent };
}

describe('the message in front of the picture', () => {
  it('is none while all is well', () => expect(message({}).text).toBe(''));
  it('says whom it waits for when the broadcaster is lost', () =>
    expect(message({ buffering: true }, 'reconnecting').text).toBe('The broadcaster lost the connection. Waiting for it to come back…It goes on here by itself.'));
  it('does not disturb somebody who watches what was before', () => expect(message({}, 'reconnecting').text).toBe(''));
  it('tries again by itself, and at once on demand', async () => {
    const { onRetry, text } = message({ phase: 'waiting', buffering: true, error: playerError('network') });
    expect(text).toContain('The stream stopped arriving. Trying again…');
    await userEvent.click(screen.getByRole('button', { name: 'Try now' }));
    expect(onRetry).toHaveBeenCalledTimes(1);
  });
  it('what is loaded is watched first', () => expect(message({ phase: 'waiting', error: playerError('network') }).text).toBe(''));
  it('says what cannot be helped', () => {
    message({ phase: 'error', error: playerError('unsupported') });
    expect(screen.getByRole('alert').textContent).toContain('This browser cannot play this kind of stream.');
  });
});
