import { expect, type Page, test } from '@playwright/test';
import { film } from './films.ts';
import { account, drop, expectAccessible, expectGoodInEverySize, expectMovingPicture, look, signUp, uploadCard } from './people.ts';
import { Server } from './server.ts';

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterAll(async () => {
  await server.dispose();
});

test('an artist uploads a film, watches it while it is made, puts it on an album, edits and deletes it', async ({ page }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('401')) problems.push(`${message.text()} ${message.location().url}`);
  });

  await signUp(page, server.url);
  await page.goto(`${server.url}/videos/upload`);
  const file = film(60);
  await drop(page, file);
  const card = uploadCard(page, file);
  await expect(card).toBeVisible();

  await test.step('the form is saved as it is typed', async () => {
    await card.getByLabel('Title').fill('Night Drive');
    await card.getByLabel('Album').fill('Long Roads');
    await page.getByRole('option', { name: 'Create “Long Roads”' }).click();
    await card.getByLabel('Who may watch').selectOption({ label: 'Public' });
    await expect(card.getByText('Saved')).toBeVisible();
  });

  await test.step('progress is live', async () => {
    const bar = card.getByRole('progressbar', { name: /^Preparation/ });
    await expect(bar).toBeVisible({ timeout: 30_000 });
    const percent = async (): Promise<number> => Number((await bar.getAttribute('aria-valuenow')) ?? 0);
    await expect.poll(percent, { timeout: 60_000 }).toBeGreaterThan(0);
    const first = await percent();
    await expect.poll(percent, { timeout: 60_000 }).toBeGreaterThan(first);
  });

  await test.step('it plays while the rest is made', async () => {
    const watch = card.getByRole('link', { name: 'Watch' });
    await expect(watch).toBeVisible({ timeout: 60_000 });
    await watch.click();
    await expectMovingPicture(page);
    await expect(page.getByRole('progressbar', { name: /^Preparation/ })).toBeVisible();
  });

  await test.step('it becomes ready under the viewer, who goes on watching', async () => {
    const before = await look(page);
    await expect(page.getByRole('progressbar', { name: /^Preparation/ })).toBeHidden({ timeout: 150_000 });
    const after = await look(page);
    expect(after.error).toBeNull();
    expect(after.time).toBeGreaterThanOrEqual(before.time);
    await expectAccessible(page);
  });

  await test.step('its album leads to it', async () => {
    await page.getByRole('link', { name: 'Long Roads' }).first().click();
    await expect(page.getByRole('heading', { name: 'Long Roads' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Night Drive' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Night Drive' }).click();
  });

  await test.step('it is edited in place', async () => {
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByLabel('Title').fill('Night Drive (Director’s Cut)');
    await page.getByLabel('Description').fill('Filmed in one take.');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: 'Night Drive (Director’s Cut)' })).toBeVisible();
    await expect(page.getByText('Filmed in one take.')).toBeVisible();
  });

  await test.step('a stranger finds it in the list', async () => {
    const stranger = await page.context().browser()?.newContext();
    if (stranger === undefined) throw new Error('There is no browser.');
    const theirs = await stranger.newPage();
    await theirs.goto(`${server.url}/videos`);
    await expect(theirs.getByRole('link', { name: 'Night Drive (Director’s Cut)' })).toBeVisible();
    await expectAccessible(theirs);
    await theirs.getByRole('link', { name: 'Night Drive (Director’s Cut)' }).click();
    await expectMovingPicture(theirs);
    await expect(theirs.getByRole('button', { name: 'Edit' })).toBeHidden();
    await stranger.close();
  });

  expect(problems).toEqual([]);
  await test.step('it is deleted', async () => {
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete the video' }).click();
    await expect(page).toHaveURL(/\/videos(\?|$)/);
    await expect(page.getByRole('link', { name: 'Night Drive (Director’s Cut)' })).toBeHidden();
  });
});

test('a file that is no film ends as failed with a sentence, and leaves nothing to watch', async ({ page }) => {
  await account(page.request, server);
  await page.goto(`${server.url}/videos/upload`);
  await page.getByLabel('Files to upload').setInputFiles({ name: 'letter.mp4', mimeType: 'video/mp4', buffer: Buffer.from('Dear fans, this is a letter. '.repeat(100)) });
  const card = page.getByRole('article', { name: 'letter.mp4' });
  await card.getByRole('link', { name: 'Open the video' }).click({ timeout: 30_000 });
  await expect(page.getByText(/not a kind of video|could not read this file|no picture and no sound/)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('There is nothing to watch.')).toBeVisible();
  await expectAccessible(page);
});

for (const path of ['/videos', '/videos?mine=true', '/videos/upload', '/albums', '/tracks', '/account']) {
  test(`${path} is accessible and fits from 360 to 2560 px, dark and light`, async ({ page }) => {
    await account(page.request, server);
    await page.goto(server.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectGoodInEverySize(page);
  });
}

test('an upload goes on after a reload, and sends no part twice', async ({ page }) => {
  await account(page.request, server);
  await page.goto(`${server.url}/videos/upload`);
  const file = film(40, '1280x720', '20M');

  // The network lets four parts through and then stalls.
  const sent: string[] = [];
  let open = false;
  await page.route(/\/objects\//, async (route) => {
    const part = new URL(route.request().url()).searchParams.get('partNumber') ?? 'whole';
    if (!open && sent.length >= 4) return;
    sent.push(part);
    await route.continue();
  });
  const arrived: string[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/objects/') || !response.ok()) return;
    arrived.push(new URL(response.url()).searchParams.get('partNumber') ?? 'whole');
  });

  await page.getByLabel('Files to upload').setInputFiles(file);
  await uploadCard(page, file).getByLabel('Title').fill('Kept over a reload');
  await expect.poll(() => arrived.length, { timeout: 60_000 }).toBe(4);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();

  const card = uploadCard(page, file);
  await expect(card).toBeVisible();
  await expect(card.getByLabel('Title')).toHaveValue('Kept over a reload');
  const before = arrived.length;
  open = true;
  // Where the browser lost the file, it asks for it; where it kept it, it goes on by itself.
  const again = card.getByLabel('The same file again');
  const opened = card.getByRole('link', { name: /Open the video|Watch/ });
  await expect(again.or(opened).first()).toBeAttached({ timeout: 60_000 });
  if ((await again.count()) > 0) await again.setInputFiles(file);
  await expect(opened).toBeVisible({ timeout: 90_000 });

  expect(before).toBe(4);
  expect(arrived.length).toBeGreaterThan(4);
  expect(new Set(arrived).size).toBe(arrived.length);
});
