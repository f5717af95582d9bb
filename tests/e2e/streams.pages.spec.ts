import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Broadcast } from './broadcasting.ts';
import { account, expectGoodInEverySize } from './people.ts';
import { Publisher } from './publisher.ts';
import { Server } from './server.ts';

let server: Server;
let context: BrowserContext;
let page: Page;
let live: Broadcast;
let planned: Broadcast;
let ended: Broadcast;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  context = await browser.newContext({ colorScheme: 'dark' });
  page = await context.newPage();
  await account(page.request, server);
  live = await Broadcast.create(page, server, { title: 'Evening from the harbour stage, with the whole orchestra and a choir of sixty' });
  planned = await Broadcast.create(page, server, { title: 'Next week', scheduledFor: new Date(Date.now() + 7 * 86_400_000).toISOString() });
  ended = await Broadcast.create(page, server, { title: 'Yesterday' });

  const yesterday = Publisher.send(await ended.ingest());
  await ended.start();
  await ended.until('live');
  await page.waitForTimeout(3000);
  await ended.stop();
  await yesterday.ended;
  await ended.recordedVideo();
  Publisher.send(await live.ingest());
  await live.start();
  await live.until('live');
});

test.afterAll(async () => {
  await Publisher.unplugAll();
  await context.close();
  await server.dispose();
});

const pages: Record<string, () => string> = {
  'the list of streams': () => `${server.url}/streams`,
  'the form of a stream': () => `${server.url}/streams/create`,
  'a live stream': () => live.watchPage,
  'the dashboard of a live stream': () => live.dashboard,
  'a planned stream': () => planned.watchPage,
  'the dashboard of a planned stream': () => planned.dashboard,
  'an ended stream': () => ended.watchPage,
  'the dashboard of an ended stream': () => ended.dashboard,
};

for (const [name, address] of Object.entries(pages)) {
  test(`${name} is accessible and fits from 360 to 2560 px, dark and light`, async () => {
    await page.goto(address());
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectGoodInEverySize(page);
  });
}
