import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Broadcast } from './broadcasting.ts';
import { expectAccessible, expectFits, signUp } from './people.ts';
import { Publisher } from './publisher.ts';
import { Server } from './server.ts';

let server: Server;
let context: BrowserContext;
let page: Page;
let pages: string[];

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  context = await browser.newContext({ colorScheme: 'dark' });
  page = await context.newPage();
  await signUp(page, server.url);
  const live = await Broadcast.create(page, server, { title: 'Evening from the harbour stage, with the whole orchestra and a choir of sixty' });
  const scheduled = await Broadcast.create(page, server, { title: 'Next week', scheduledFor: new Date(Date.now() + 7 * 86_400_000).toISOString() });
  const ended = await Broadcast.create(page, server, { title: 'Yesterday' });

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
  pages = [`${server.url}/streams`, `${server.url}/streams/create`, ...[live, scheduled, ended].flatMap((stream) => [stream.watchPage, stream.dashboard])];
});

test.afterAll(async () => {
  await Publisher.unplugAll();
  await context.close();
  await server.dispose();
});

for (const scheme of ['dark', 'light'] as const) {
  for (const width of [360, 1280, 2560]) {
    test(`pages of streams are accessible and fit ${String(width)} px, ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const address of pages) {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectFits(page);
        await expectAccessible(page);
      }
    });
  }
}
