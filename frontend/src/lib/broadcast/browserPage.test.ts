import { describe, expect, it, vi } from 'vitest';
import { settle } from '@/test/fakeBroadcast';
import { browserPage } from './browserPage';

const leave = () => {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
};

describe('browserPage', () => {
  it('makes the browser ask before the tab closes, and only while it is wanted', () => {
    expect(leave()).toBe(false);
    const end = browserPage.warnBeforeLeaving();
    expect(leave()).toBe(true);
    end();
    expect(leave()).toBe(false);
  });

  it('tells at once and later whether the tab is out of sight', () => {
    const seen: boolean[] = [];
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    const end = browserPage.watchHidden((hidden) => seen.push(hidden));
    state.mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    end();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(seen).toEqual([false, true]);
  });

  it('keeps the screen on, again after the tab came back, until it is let go', async () => {
    const release = vi.fn(() => Promise.resolve());
    const request = vi.fn(() => Promise.resolve({ release }));
    vi.stubGlobal('navigator', { wakeLock: { request } });
    const end = browserPage.keepAwake();
    document.dispatchEvent(new Event('visibilitychange'));
    await settle();
    expect([request.mock.calls.length, release.mock.calls.length]).toEqual([2, 1]);
    end();
    expect(release).toHaveBeenCalledTimes(2);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(request).toHaveBeenCalledTimes(2);
  });
});
