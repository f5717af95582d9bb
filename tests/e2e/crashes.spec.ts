import { expect, type Page, test } from '@playwright/test';
import { film } from './films.ts';
import { account, expectMovingPicture, uploadCard } from './people.ts';
import { Server } from './server.ts';

let server: Server;

test.beforeEach(async () => {
  server = await Server.start();
});

test.afterEach(async () => {
  await server.dispose();
});

/** Where the video is, as its page asks for it. */
async function video(page: Page, id: string): Promise<{ status: string; playable: boolean; progress: { percent: number | null } | null; attempt: number }> {
  const response = await page.request.get(`${server.url}/api/videos/${id}`);
  expect(response.status()).toBe(200);
  return (await response.json()) as never;
}

async function idOf(page: Page, file: string): Promise<string> {
  const link = uploadCard(page, file).getByRole('link', { name: /Open the video|Watch/ });
  await expect(link).toBeVisible({ timeout: 60_000 });
  const id = (await link.getAttribute('href'))?.split('/').pop();
  if (id === undefined) throw new Error('The link leads nowhere.');
  return id;
}

test('a server killed in the middle of a transcode ends it after its start, by itself', async ({ page }) => {
  await account(page.request, server);
  await page.goto(`${server.url}/videos/upload`);
  const file = film(20);
  await page.getByLabel('Files to upload').setInputFiles(file);
  const id = await idOf(page, file);
  await expect.poll(async () => (await video(page, id)).progress?.percent ?? 0, { timeout: 60_000, intervals: [50] }).toBeGreaterThan(5);

  await server.kill();
  await server.start();

  await expect.poll(async () => (await video(page, id)).status, { timeout: 150_000 }).toBe('ready');
  await page.goto(`${server.url}/videos/${id}`);
  await expectMovingPicture(page);
});

test('a server killed between the last byte and the confirmation takes the file up after its start', async ({ page }) => {
  await account(page.request, server);
  const file = film(5);
  // The tab goes right after the last byte: nobody confirms.
  await page.route(/upload\/confirm/, (route) => route.abort());
  await page.goto(`${server.url}/videos/upload`);
  const put = page.waitForResponse((r) => r.url().includes('/objects/') && r.ok());
  await page.getByLabel('Files to upload').setInputFiles(file);
  await put;
  await server.kill();
  await page.goto('about:blank');
  await server.start();

  const mine = await page.request.get(`${server.url}/api/videos?owner=me`);
  const [only] = ((await mine.json()) as { items: { id: string }[] }).items;
  if (only === undefined) throw new Error('The video is lost.');
  await expect.poll(async () => (await video(page, only.id)).status, { timeout: 120_000 }).toBe('ready');
});

test('a server killed in the middle of an upload lets it go on', async ({ page }) => {
  await account(page.request, server);
  await page.goto(`${server.url}/videos/upload`);
  const file = film(40, '1280x720', '20M');
  let parts = 0;
  await page.route(/\/objects\//, async (route) => {
    parts += 1;
    if (parts === 4) {
      await server.kill();
      await server.start();
    }
    await route.continue();
  });
  await page.getByLabel('Files to upload').setInputFiles(file);
  const id = await idOf(page, file);
  await expect.poll(async () => (await video(page, id)).playable, { timeout: 120_000 }).toBe(true);
});
