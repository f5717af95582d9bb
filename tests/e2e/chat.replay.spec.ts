import { expect, type Page, test } from '@playwright/test';
import { Broadcast } from './broadcasting.ts';
import { enter, Writer } from './chatPeople.ts';
import { ChatRoom } from './chatRoom.ts';
import { standing } from './dashboard.ts';
import { expectPictureMoves } from './people.ts';
import { Publisher } from './publisher.ts';
import { Server } from './server.ts';

// Pictures of several pages all the time cost more than what is tested.
test.use({ trace: { mode: 'retain-on-failure', screenshots: false } });

let server: Server;
let owner: Page;
let ana: Page;

test.beforeAll(async ({ browser }) => {
  server = await Server.start();
  [owner, ana] = await Promise.all(['Olga Owner', 'Ana'].map((name) => enter(browser, server, name))) as [Page, Page];
});

test.afterAll(async () => {
  await Promise.all([owner, ana].map((page) => page.context().close()));
  await Publisher.unplugAll();
  await server.dispose();
});

test('the chat tells how many watch, and a recording plays with the chat of its time', async () => {
  const stream = await Broadcast.create(owner, server);
  const bo = await Writer.join(server, stream.id, 'Bo');
  await bo.say('is it on?');
  Publisher.send(await stream.ingest());
  await stream.start();
  await stream.until('live');
  const live = await ChatRoom.open(ana, stream.watchPage);
  await expectPictureMoves(ana);
  await expect(ana.getByText('1 watching')).toBeVisible({ timeout: 20_000 });
  await owner.goto(stream.dashboard);
  await expect(standing(owner).getByText('1', { exact: true })).toBeVisible();
  const early = Date.now();
  await bo.say('what an opening');
  await live.expectOnce('what an opening');
  await ana.waitForTimeout(7_000);
  const late = Date.now();
  await bo.say('one more, please');
  await live.expectOnce('one more, please');
  await ana.waitForTimeout(2_000);
  await stream.stop();
  const video = await stream.recordedVideo();

  const said = (await (await ana.request.get(`${server.url}/api/videos/${video}/chat`)).json()) as { items: { text: string; at: number }[] };
  const [opening, more, ...others] = said.items.filter(({ text }) => text !== 'is it on?');
  expect([opening?.text, more?.text, others]).toEqual(['what an opening', 'one more, please', []]);
  if (opening === undefined || more === undefined) return;
  expect(Math.abs(more.at - opening.at - (late - early) / 1000)).toBeLessThan(1);

  await ana.goto(`${server.url}/videos/${video}`);
  const replay = ana.getByRole('region', { name: 'Chat replay' }).getByRole('log');
  const place = ana.getByRole('slider', { name: 'Place in the video' });
  await expect(place).toHaveAttribute('aria-valuemax', /[1-9]/);
  const between = (opening.at + more.at) / 2;
  const seek = async (seconds: number): Promise<void> => {
    const { x, y, width, height } = (await place.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const duration = Number(await place.getAttribute('aria-valuemax'));
    // Controls of a film that plays come back with the pointer.
    await ana.mouse.move(x + width / 3, y - 40);
    await ana.mouse.move(x + width / 2, y - 40);
    await place.click({ position: { x: (seconds / duration) * width, y: height / 2 } });
    await expect.poll(async () => Math.abs(Number(await place.getAttribute('aria-valuenow')) - seconds)).toBeLessThan(3);
  };
  await seek(between);
  await expect(replay.getByText('what an opening')).toBeVisible();
  await expect(replay.getByText('one more, please')).toHaveCount(0);
  // It goes on with the picture.
  await ana.getByRole('button', { name: 'Play' }).click();
  await expect(replay.getByText('one more, please')).toBeVisible();
  expect(await ana.locator('video').evaluate((picture: HTMLVideoElement) => picture.currentTime)).toBeGreaterThan(more.at - 1);
  await seek(between);
  await expect(replay.getByText('one more, please')).toHaveCount(0);
  await expect(replay.getByText('what an opening')).toBeVisible();
  await bo.leave();
});
