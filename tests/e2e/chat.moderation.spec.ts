import { expect, test, type Locator, type Page } from '@playwright/test';
import { expectAccessible, expectFits, signUp } from './people.ts';
import { Server } from './server.ts';

let server: Server;
test.beforeAll(async () => {
  server = await Server.start({ Ingest__RtmpPort: '0' });
});
test.afterAll(() => server.dispose());

const row = (page: Page, text: string): Locator => page.locator('[data-seq]', { hasText: text });

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(text);
  await field.press('Enter');
  await expect(row(page, text)).toBeVisible();
}

test('an owner and a moderator keep a chat, by the keyboard', async ({ browser }) => {
  const person = async (name: string, width = 1280): Promise<Page> => {
    const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
    await signUp(page, server.url, name);
    return page;
  };
  const [owner, moderator, fan] = [await person('Olga'), await person('Moe'), await person('Fay', 390)];
  const id = await owner.evaluate(async () => {
    const body = JSON.stringify({ title: 'Harbour stage', description: '', visibility: 'public', scheduledFor: null, record: false, latency: 'low' });
    const answer = await fetch('/api/streams', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
    return ((await answer.json()) as { id: string }).id;
  });
  await owner.goto(`${server.url}/streams/${id}/broadcast`);
  await moderator.goto(`${server.url}/streams/${id}`);
  await fan.goto(`${server.url}/streams/${id}`);

  await say(moderator, 'hello from Moe');
  await say(fan, 'first words');
  await say(fan, 'last words');

  await row(owner, 'hello from Moe').focus();
  await owner.keyboard.press('Enter');
  await expectAccessible(owner);
  await owner.getByRole('menuitem', { name: 'Make a moderator' }).press('Enter');
  await expect(moderator.getByRole('button', { name: 'Moderate', exact: true })).toBeVisible();

  await row(moderator, 'first words').focus();
  await moderator.keyboard.press('Delete');
  await expect(row(fan, 'first words')).toHaveCount(0);
  await expect(row(moderator, 'last words')).toBeFocused();
  await moderator.keyboard.press('u');
  await expect(row(fan, 'first words')).toBeVisible();

  await moderator.keyboard.press('t');
  await expect(moderator.getByLabel('10 minutes')).toBeFocused();
  await expectAccessible(moderator);
  await moderator.keyboard.press('Enter');
  await expect(moderator.getByText('Fay cannot write for 10 minutes.')).toBeVisible();
  await expect(fan.getByRole('textbox', { name: 'Your message' })).toHaveCount(0);
  await owner.getByRole('tab', { name: 'People' }).click();
  await owner.getByRole('button', { name: 'Lift: Fay' }).click();

  await owner.getByRole('tab', { name: 'Settings' }).click();
  await owner.getByLabel('Messages with links').check();
  await owner.getByRole('button', { name: 'Save' }).click();
  const write = fan.getByRole('textbox', { name: 'Your message' });
  await expect(fan.getByText('Messages with links are reviewed before they appear.')).toBeVisible();
  for (const text of ['see www.example.org', 'and https://example.com']) {
    await write.fill(text);
    await write.press('Enter');
  }
  await moderator.getByRole('button', { name: 'Moderate, 2 wait for review' }).click();
  const held = moderator.getByRole('list', { name: 'Messages that wait for review' }).getByRole('listitem');
  await held.first().focus();
  await expectAccessible(moderator);
  await moderator.keyboard.press('a');
  await expect(row(fan, 'www.example.org')).toBeVisible();
  await expect(held).toBeFocused();
  await moderator.keyboard.press('r');
  await expect(moderator.getByText('Nothing waits for review')).toBeVisible();
  await moderator.getByRole('tab', { name: 'Log' }).click();
  await expect(moderator.getByRole('list', { name: 'What was done' })).toContainText('Moe rejected a message of Fay');
  await moderator.keyboard.press('Escape');

  await row(moderator, 'last words').focus();
  await moderator.keyboard.press('b');
  await moderator.getByLabel('Also remove what they wrote so far').check();
  await moderator.getByRole('button', { name: 'Ban', exact: true }).click();
  await expect(row(fan, 'last words')).toHaveCount(0);
  await moderator.getByRole('group', { name: 'What you just did' }).getByRole('button', { name: 'Undo' }).last().click();
  await expect(row(fan, 'last words')).toBeVisible();

  await owner.getByRole('tab', { name: 'People' }).click();
  await owner.getByRole('button', { name: 'Dismiss: Moe' }).click();
  await expect(moderator.getByRole('button', { name: /^Moderate/ })).toHaveCount(0);

  for (const [width, height] of [[360, 740], [390, 844], [1280, 800], [2560, 1440]] as const) {
    await owner.setViewportSize({ width, height });
    for (const tab of ['Review', 'People', 'Settings', 'Log']) {
      await owner.getByRole('tab', { name: tab }).click();
      await expect(owner.getByRole('tabpanel').getByRole('status')).toHaveCount(tab === 'Settings' ? 1 : 0);
      await expectFits(owner);
      if (width === 360 || width === 2560) await expectAccessible(owner);
    }
  }
});
