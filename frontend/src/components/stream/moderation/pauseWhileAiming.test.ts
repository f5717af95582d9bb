import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ChatRoom } from '@/lib/chat/chatRoom';
import { FakeChat } from '@/test/chat';
import { pauseWhileAiming } from './pauseWhileAiming';

let room: ChatRoom;
let box: HTMLElement;
let end: () => void;
const follows = () => room.view.getSnapshot().following;
const at = (selector: string) => {
  const found = box.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
};

function point(type: string, target: Element, relatedTarget: Element | null = null): void {
  target.dispatchEvent(Object.assign(new MouseEvent(type, { bubbles: true, relatedTarget }), { pointerType: 'mouse' }));
}

beforeEach(() => {
  vi.useFakeTimers();
  const chat = new FakeChat();
  ({ room } = chat);
  room.enter();
  chat.join(200);
  document.body.innerHTML = '<div><div role="log" tabindex="0"><p data-seq="1" tabindex="-1"><button>Menu</button></p></div><textarea></textarea></div>';
  box = document.body.firstElementChild as HTMLElement;
  Object.defineProperties(at('[role="log"]'), { scrollHeight: { value: 900 }, clientHeight: { value: 300 } });
  end = pauseWhileAiming(room, box);
});

afterEach(() => {
  end();
  vi.useRealTimers();
});

it('stands still while a pointer moves over a message, and goes on when it rests, leaves, or somebody writes', () => {
  point('pointermove', at('p'));
  expect(follows()).toBe(false);
  vi.advanceTimersByTime(4_000);
  expect(follows()).toBe(true);
  point('pointermove', at('p'));
  point('pointerout', at('p'), at('textarea'));
  expect(follows()).toBe(true);
  point('pointermove', at('p'));
  at('textarea').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
  expect(follows()).toBe(true);
});

it('stands still while a menu is open that has come between pointer and message', () => {
  point('pointermove', at('p'));
  at('button').focus();
  box.insertAdjacentHTML('beforeend', '<div role="menu"><button role="menuitem">Delete</button></div>');
  at('[role="menuitem"]').focus();
  point('pointerout', at('button'), at('[role="menu"]'));
  expect(follows()).toBe(false);
  vi.advanceTimersByTime(10_000);
  expect(follows()).toBe(false);
  at('textarea').focus();
  at('[role="menu"]').remove();
  vi.advanceTimersByTime(1);
  expect(follows()).toBe(true);
});

it('goes on when the tools go', () => {
  at('p').focus();
  vi.advanceTimersByTime(1);
  expect(follows()).toBe(false);
  end();
  expect(follows()).toBe(true);
});
