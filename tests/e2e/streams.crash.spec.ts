import { expect, test } from '@playwright/test';
import { Broadcast } from './broadcasting.ts';
import { account, expectMovingPicture } from './people.ts';
import { Publisher } from './publisher.ts';
import { Server } from './server.ts';

let server: Server;

test.beforeEach(async () => {
  server = await Server.start();
});

test.afterEach(async () => {
  await Publisher.unplugAll();
  await server.dispose();
});

test('a server killed in the middle of a stream goes on with it, and the recording has both halves', async ({ page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server);
  const ingest = await stream.ingest();
  const before = Publisher.send(ingest);
  await stream.start();
  await stream.until('live');
  await page.waitForTimeout(5000);

  await server.kill();
  await before.ended;
  await server.start();
  expect((await stream.ingest()).streamKey).toBe(ingest.streamKey);
  Publisher.send(ingest);
  await stream.until('live', 30_000);
  await stream.untilSignal('receiving');
  await page.waitForTimeout(5000);
  await stream.stop();

  const video = await stream.recordedVideo();
  const [session, ...others] = await stream.sessions();
  expect(others).toEqual([]);
  expect(session?.breaks.length).toBe(1);
  const { durationSeconds } = (await (await page.request.get(`${server.url}/api/videos/${video}`)).json()) as { durationSeconds: number };
  // At most the last segment before the kill is lost.
  expect(durationSeconds).toBeGreaterThan(7);
  expect(durationSeconds).toBeLessThan(20);
  await page.goto(`${server.url}/videos/${video}`);
  await expectMovingPicture(page);
});
