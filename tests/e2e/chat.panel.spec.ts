import { expect, test } from '@playwright/test';
import { ChatHall } from './chatHall.ts';
import { expectAccessible, expectAccessibleInBothSchemes, expectFits } from './people.ts';

const log = '[role=log]';
const isAtEnd = (element: Element) => element.scrollHeight - element.scrollTop - element.clientHeight < 2;

for (const width of [360, 390, 1280, 2560]) {
  test(`the chat is accessible and fits ${String(width)} px, dark and light`, async ({ page }) => {
    await page.setViewportSize({ width, height: width === 2560 ? 1440 : 800 });
    const hall = await ChatHall.open(page, (room) => {
      room.room.slowModeSeconds = 10;
      room.room.pinned = room.write({ text: 'Setlist at https://harbour.example/setlist. Be kind to each other.', role: 'owner' });
    });
    await expect(page.locator(log).getByText(hall.room.pinned?.userName ?? '').last()).toBeVisible();
    hall.say(1, { reactions: { '🔥': 31, '❤️': 8 } });
    await expect(page.getByRole('button', { name: 'React with fire, 31 lately' })).toBeVisible();
    expect(await page.locator(log).evaluate(isAtEnd)).toBe(true);
    await expectFits(page);
    await expectAccessibleInBothSchemes(page);
  });
}

test('the newest message is in sight until somebody scrolls up; then their place stays', async ({ page }) => {
  const hall = await ChatHall.open(page);
  const box = page.locator(log);
  await expect(page.locator('[data-seq="140"]')).toBeVisible();
  for (let n = 0; n < 20; n += 1) {
    hall.say(5);
    await page.waitForTimeout(40);
  }
  await expect(page.locator('[data-seq="240"]')).toBeInViewport();
  expect(await box.evaluate(isAtEnd)).toBe(true);

  await box.hover();
  await page.mouse.wheel(0, -600);
  await expect(page.getByRole('button', { name: 'To the newest' })).toBeVisible();
  await page.waitForTimeout(300);
  const seen = await box.evaluate((element) => {
    const top = element.getBoundingClientRect().top;
    const row = [...element.querySelectorAll<HTMLElement>('[data-seq]')].find((each) => each.getBoundingClientRect().top >= top);
    return { seq: row?.dataset['seq'] ?? '', y: row?.getBoundingClientRect().top ?? 0 };
  });
  for (let n = 0; n < 30; n += 1) {
    hall.say(10);
    await page.waitForTimeout(30);
  }
  await expect(page.getByRole('button', { name: '300 new messages' })).toBeVisible();
  const y = await page.locator(`[data-seq="${seen.seq}"]`).evaluate((row) => row.getBoundingClientRect().top);
  expect(Math.abs(y - seen.y)).toBeLessThan(2);

  await page.getByRole('button', { name: '300 new messages' }).click();
  await expect(page.locator('[data-seq="540"]')).toBeInViewport();
  hall.say(1);
  await expect(page.locator('[data-seq="541"]')).toBeInViewport();
});

test('older messages come when somebody scrolls up, above the place that they read', async ({ page }) => {
  await ChatHall.open(page, () => undefined, 420);
  const box = page.locator(log);
  await expect(page.locator('[data-seq="420"]')).toBeInViewport();
  await box.hover();
  for (let n = 0; n < 80 && !(await page.getByText('This is where the chat begins.').isVisible()); n += 1) {
    await page.mouse.wheel(0, -500);
    await page.waitForTimeout(50);
  }
  await expect(page.locator('[data-seq="1"]')).toBeInViewport();
  expect(await page.locator('[data-seq]').count()).toBe(420);
});

test('all of it works with the keyboard alone', async ({ page }) => {
  const hall = await ChatHall.open(page);
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.focus();
  await page.keyboard.type('hello');
  await page.keyboard.press('Shift+Enter');
  await expect(page.locator('[data-seq="141"]')).toContainText('hello');
  await expect(field).toHaveValue('');
  await expect(field).toBeFocused();

  await page.locator(log).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-seq="140"]')).toBeFocused();
  await expect(page.locator('[data-seq="140"] time')).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await expect(page.locator(log)).toBeFocused();
  hall.say(1);
  await expect(page.locator('[data-seq="142"]')).toBeInViewport();
});

test('a message outlives a break and is there once', async ({ page }) => {
  const hall = await ChatHall.open(page);
  const field = page.getByRole('textbox', { name: 'Your message' });
  await expect(page.locator('[data-seq="140"]')).toBeVisible();
  await hall.drop();
  await expect(page.getByText('The connection is lost. Coming back…')).toBeVisible();
  await field.fill('still here');
  await field.press('Enter');
  await expect(page.getByText('Waiting to be sent')).toBeVisible();
  await expect(page.getByText('Waiting to be sent')).toBeHidden({ timeout: 10_000 });
  await expect(page.locator(log).getByText('still here')).toHaveCount(1);
  expect(hall.calls.filter(({ target }) => target === 'JoinStream').map(({ arguments: args }) => args)).toEqual([['a', null], ['a', 140]]);
});

test('what is refused says why, keeps its text, and can be sent again', async ({ page }) => {
  const hall = await ChatHall.open(page);
  const field = page.getByRole('textbox', { name: 'Your message' });
  hall.answer = () => ({ seq: null, id: null, sentAt: null, held: false, refused: { code: 'slow_mode', message: '', retryAfter: 2 } });
  await field.fill('too soon');
  await field.press('Enter');
  await expect(page.locator(log).getByText('Slow mode: not so soon after your last message.')).toBeVisible();
  await expect(page.getByRole('button', { name: /Send, possible in \d seconds/ })).toBeVisible();
  await expectAccessible(page);
  hall.answer = null;
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Send again' }).click();
  await expect(page.locator('[data-seq="141"]')).toContainText('too soon');
  const ids = hall.calls.filter(({ target }) => target === 'SendMessage').map(({ arguments: [, clientId] }) => clientId);
  expect(new Set(ids).size).toBe(1);
});

test('says why nobody can write', async ({ page }) => {
  const hall = await ChatHall.open(page);
  await expect(page.getByRole('textbox', { name: 'Your message' })).toBeVisible();
  hall.standing({ timedOutUntil: new Date(Date.now() + 3_000).toISOString() });
  await expect(page.getByText('You may not write for a while.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Your message' })).toBeVisible();
  hall.standing({ banned: true });
  await expect(page.getByText('You may not write in this chat any more.')).toBeVisible();
  hall.standing({ banned: false });
  hall.tell(hall.last + 1, { room: { ...hall.room, closed: true } });
  await expect(page.locator('section').filter({ hasText: 'Live chat' }).getByText('The chat is closed.').last()).toBeVisible();
});

test('without an account it can be read, and leads to signing in and back', async ({ page }) => {
  const hall = await ChatHall.open(page, (room) => {
    room.me = null;
  });
  await expect(page.locator(`[data-seq="${String(hall.last)}"]`)).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Chat' }).getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', /next=%2Fstreams%2Fa/);
  await expect(page.getByRole('button', { name: 'React with fire' })).toBeDisabled();
  await expectAccessible(page);
});
