import { describe, expect, it, vi } from 'vitest';
import { emptyChatView } from '@/lib/chat/chatView';
import { Store } from '@/lib/store';
import { ChatPause } from './chatPause';

function open({ scrollHeight = 900 } = {}) {
  const view = new Store({ ...emptyChatView, following: true });
  const follows = (following: boolean) => () => view.set({ ...view.getSnapshot(), following });
  const room = { view, stay: vi.fn(follows(false)), follow: vi.fn(follows(true)) };
  const log = { scrollTop: 400, scrollHeight, clientHeight: 500 } as HTMLElement;
  return { room, log, pause: new ChatPause(room, () => log), following: () => view.getSnapshot().following };
}

describe('a chat that stands still while somebody aims', () => {
  it('goes on when the last reason is gone', () => {
    const { pause, following } = open();
    pause.set('pointer', true);
    pause.set('focus', true);
    expect(following()).toBe(false);
    pause.set('pointer', false);
    expect(following()).toBe(false);
    pause.set('focus', false);
    expect(following()).toBe(true);
  });

  it('stays where somebody has scrolled to meanwhile', () => {
    const { pause, log, following } = open();
    pause.set('focus', true);
    log.scrollTop = 100;
    pause.set('focus', false);
    expect(following()).toBe(false);
  });

  it('does not go on when it was not following before', () => {
    const { pause, room, following } = open();
    room.stay();
    pause.set('pointer', true);
    pause.set('pointer', false);
    expect(following()).toBe(false);
    expect(room.follow).not.toHaveBeenCalled();
  });

  it('stands still again when something else made it follow', () => {
    const { pause, room, following } = open();
    pause.set('pointer', true);
    room.follow();
    pause.check();
    expect(following()).toBe(false);
    pause.set('pointer', false);
    pause.check();
    expect(following()).toBe(true);
  });

  it('has nothing to do while nothing scrolls', () => {
    const { pause, room } = open({ scrollHeight: 500 });
    pause.set('pointer', true);
    expect(room.stay).not.toHaveBeenCalled();
  });
});
