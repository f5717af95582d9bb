import { afterEach, describe, expect, it } from 'vitest';
import { keepRowFocus, moveRowFocus } from './rowFocus';

let end: (() => void) | undefined;
afterEach(() => {
  end?.();
  document.body.innerHTML = '';
});

function listOf(...numbers: number[]): HTMLElement {
  document.body.innerHTML = `<input><ul role="log" tabindex="-1">${numbers.map((n) => `<li data-seq="${n}" tabindex="-1"><button>${n}</button></li>`).join('')}</ul>`;
  const list = document.querySelector('ul') as HTMLElement;
  end = keepRowFocus(list, '[data-seq]');
  return list;
}

const row = (n: number) => document.querySelector<HTMLElement>(`[data-seq="${n}"]`);
const focused = () => document.activeElement?.getAttribute('data-seq') ?? document.activeElement?.tagName;
/** Observers of changes are told at the end of the task. */
const told = () => Promise.resolve();

describe('the focus in a list whose rows come and go', () => {
  it('goes to the next row, then to the one before, then to the list', async () => {
    listOf(1, 2, 3);
    row(2)?.focus();
    row(2)?.remove();
    await told();
    expect(focused()).toBe('3');
    row(3)?.remove();
    await told();
    expect(focused()).toBe('1');
    row(1)?.remove();
    await told();
    expect(focused()).toBe('UL');
  });

  it('finds the next row that is left when many go at once, new ones among them', async () => {
    const list = listOf(1, 2, 3, 4);
    row(1)?.querySelector('button')?.focus();
    list.insertAdjacentHTML('beforeend', '<li data-seq="5" tabindex="-1"></li>');
    await told();
    for (const n of [1, 2, 3, 4]) row(n)?.remove();
    await told();
    expect(focused()).toBe('5');
  });

  it('stays where it is when it is elsewhere, or another row goes', async () => {
    listOf(1, 2);
    row(1)?.focus();
    row(2)?.remove();
    await told();
    expect(focused()).toBe('1');
    document.querySelector('input')?.focus();
    row(1)?.remove();
    await told();
    expect(focused()).toBe('INPUT');
  });
});

describe('moving through rows', () => {
  it('stops at both ends', () => {
    const list = listOf(1, 2, 3);
    row(2)?.focus();
    expect(moveRowFocus(list, '[data-seq]', 'ArrowDown')).toBe(true);
    moveRowFocus(list, '[data-seq]', 'ArrowDown');
    expect(focused()).toBe('3');
    moveRowFocus(list, '[data-seq]', 'Home');
    moveRowFocus(list, '[data-seq]', 'ArrowUp');
    expect(focused()).toBe('1');
    expect(moveRowFocus(list, '[data-seq]', 'a')).toBe(false);
  });
});
