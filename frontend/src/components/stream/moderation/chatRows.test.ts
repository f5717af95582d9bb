import { expect, it } from 'vitest';
import { focusRow } from './chatRows';

it('puts the focus on a message, or the nearest when it is gone, or the list', () => {
  document.body.innerHTML = `<div role="log" tabindex="-1">${[1, 4, 9].map((n) => `<p data-seq="${n}" tabindex="-1"></p>`).join('')}</div>`;
  const focused = (seq: number) => {
    focusRow(document.body, seq);
    return document.activeElement?.getAttribute('data-seq') ?? document.activeElement?.getAttribute('role');
  };
  expect([4, 5, 10].map(focused)).toEqual(['4', '9', '9']);
  document.body.querySelector('div')?.replaceChildren();
  expect(focused(4)).toBe('log');
});
