import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Broadcast } from './broadcasting.ts';
import { expectAccessible, expectFits, signUp } from './people.ts';
import { Publisher } from './publisher.ts';
import { Server } from './server.ts';

let server: Server;
let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  context = await browser.newContext({ colorScheme: 'dark' });
  page = await context.newPage();
  await signUp(page, server.url);
});

test.afterAll(async () => {
  await Publisher.unplugAll();
  await context.close();
  await server.dispose();
});

test('the chat goes along with what is watched: live, gone back, and as a recording', async () => {
  const stream = await Broadcast.create(page, server);
  const publisher = Publisher.send(await stream.ingest());
  await stream.start();
  await stream.until('live');
  await page.goto(stream.watchPage);
  const player = page.getByRole('region', { name: /^Live player/ });
  const now = page.getByRole('log', { name: 'Messages', exact: true });
  const then = page.getByRole('log', { name: 'Messages of that time' });
  const write = async (text: string) => {
    await page.getByRole('textbox', { name: 'Your message' }).fill(text);
    await page.keyboard.press('Enter');
    await expect(now.getByRole('article').filter({ hasText: text })).toHaveCount(1);
  };
  await expect.poll(() => player.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 60_000 }).toBeGreaterThan(0.5);
  await write('first words');
  await page.waitForTimeout(20_000);
  await write('words in the middle');
  await page.waitForTimeout(5_000);

  // Back to the beginning: what was written 20 s later is not known there.
  await player.locator('video').hover();
  await player.getByRole('button', { name: 'Pause' }).focus();
  await page.keyboard.press('Home');
  await expect(page.getByText(/^Chat from \d/)).toBeVisible();
  await expect(then.getByText('first words')).toBeVisible({ timeout: 30_000 });
  await expect(then.getByText('words in the middle')).toHaveCount(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back to live' }).click();
  await expect(now.getByText('words in the middle')).toBeVisible();
  await expect(page.getByText(/^Chat from \d/)).toBeHidden();

  await write('last words');
  await page.waitForTimeout(3_000);
  await stream.stop();
  await publisher.ended;
  const videoId = await stream.recordedVideo(60_000);

  await page.goto(`${server.url}/videos/${videoId}`);
  await expect(page.getByRole('heading', { name: 'Chat replay' })).toBeVisible();
  const recording = page.getByRole('region', { name: /^Video player/ });
  const seek = (fraction: number) => recording.locator('video').evaluate((video: HTMLVideoElement, to) => {
    video.currentTime = to * video.duration;
  }, fraction);
  await recording.getByRole('button', { name: 'Play' }).click();
  await expect(then.getByText('first words')).toBeVisible({ timeout: 40_000 });
  await expect(then.getByText('words in the middle')).toHaveCount(0);
  await seek(0.99);
  await expect(then.getByText('last words')).toBeVisible();
  await seek(0.45);
  await expect(then.getByText('last words')).toHaveCount(0);
  await expect(then.getByText('first words')).toBeVisible();
  for (const width of [360, 1280, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    await expectFits(page);
    await expectAccessible(page);
  }
});
