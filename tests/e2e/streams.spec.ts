import { type Browser, expect, type Page, test } from '@playwright/test';
import { Broadcast } from './broadcasting.ts';
import { end, expectStanding, goLive, monitor, readIngest, standing } from './dashboard.ts';
import { account, expectAccessible, expectMovingPicture, expectPictureMoves, look, signUp } from './people.ts';
import { Publisher } from './publisher.ts';
import { Server } from './server.ts';

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterEach(() => Publisher.unplugAll());

test.afterAll(async () => {
  await server.dispose();
});

/** Somebody who is not signed in, with the page open. */
async function visitor(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  await page.goto(address);
  return page;
}

test('an artist goes live from an encoder, loses it, comes back, ends, and the recording is there', async ({ browser, page, context }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await signUp(page, server.url);

  await test.step('the stream is made', async () => {
    await page.goto(`${server.url}/streams`);
    await page.getByRole('link', { name: 'New stream' }).first().click();
    await page.getByLabel('Title').fill('Harbour stage, live');
    await page.getByLabel('Description').fill('The second evening.');
    await page.getByLabel('Who may watch').selectOption({ label: 'Public' });
    await page.getByRole('button', { name: 'Create the stream' }).click();
    await expect(page).toHaveURL(/\/streams\/[0-9a-f-]+\/broadcast$/);
  });
  const stream = Broadcast.of(page, server, page.url().split('/').at(-2) ?? '');

  const ingest = await test.step('the key is hidden, shown and copied', async () => {
    const read = await readIngest(page);
    await page.getByRole('button', { name: 'Copy the key' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(read.streamKey);
    await expectAccessible(page);
    return read;
  });

  const publisher = await test.step('the preview is for the owner alone', async () => {
    const sent = Publisher.send(ingest);
    await expectStanding(page, 'Private preview');
    await expectPictureMoves(monitor(page));
    await expect(page.getByText('640 × 360')).toBeVisible();
    const stranger = await visitor(browser, stream.watchPage);
    await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(stranger.locator('video')).toHaveCount(0);
    expect((await stranger.request.get(`${server.url}/api/streams/${stream.id}/playback`)).status()).toBe(409);
    expect((await stranger.request.get(`${server.url}/api/streams/${stream.id}/playback?preview=true`)).ok()).toBe(false);
    expect((await stranger.request.get(`${server.url}/api/streams/${stream.id}/ingest`)).ok()).toBe(false);
    await stranger.context().close();
    return sent;
  });

  await goLive(page);
  await expectStanding(page, 'You are live');

  const viewers = await test.step('two viewers watch and are counted', async () => {
    const both = [await visitor(browser, stream.watchPage), await visitor(browser, stream.watchPage)];
    for (const viewer of both) await expectPictureMoves(viewer);
    for (const viewer of both) await expect(viewer.getByText('2 watching')).toBeVisible({ timeout: 20_000 });
    await expect(standing(page).getByText('2', { exact: true })).toBeVisible();
    await expect(both[0]!.getByText(/^Delay \d+\.\d s$/)).toBeVisible();
    return both;
  });

  await test.step('the cable is pulled, and the encoder comes back within the grace', async () => {
    await publisher.unplug();
    await expectStanding(page, 'Your picture is lost');
    await expect(viewers[0]!.getByText('The broadcaster lost the connection')).toBeVisible();
    Publisher.send(ingest);
    await expectStanding(page, 'You are live');
    for (const viewer of viewers) await expectPictureMoves(viewer);
  });

  await test.step('it ends for everyone', async () => {
    await end(page);
    await expectStanding(page, 'Your last session is over');
    // Who watches gets the rest, and then the recording in its place.
    for (const viewer of viewers) await expect(viewer.getByText(/^Ended /)).toBeVisible();
    for (const viewer of viewers) await expect(viewer.getByRole('region', { name: /^Video player/ })).toBeVisible({ timeout: 20_000 });
  });

  await test.step('the recording is a video with the break marked', async () => {
    await page.getByRole('link', { name: 'Watch the recording', exact: true }).click({ timeout: 30_000 });
    await expect(page.getByRole('heading', { name: 'Harbour stage, live' })).toBeVisible();
    await page.getByRole('button', { name: 'Play' }).click();
    await expectPictureMoves(page);
    const seen = await look(page);
    expect(seen.error).toBeNull();
    const [session] = await stream.sessions();
    await expect(page.locator('[data-mark]')).toHaveCount(1);
    expect(session?.peakViewers).toBe(2);
    expect(session?.breaks.map(({ backAt }) => backAt !== null)).toEqual([true]);
  });

  for (const viewer of viewers) await viewer.context().close();
  expect(problems).toEqual([]);
});

test('an artist goes live from the browser, with camera and microphone', async ({ browser, page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server, { title: 'From my kitchen' });
  await page.goto(stream.dashboard);
  await page.getByRole('button', { name: 'This browser' }).click();
  await page.getByRole('button', { name: 'Use the camera' }).click();
  await page.getByRole('button', { name: 'Send it to the stream' }).click();
  await expectStanding(page, 'Private preview');
  await expectPictureMoves(monitor(page));
  await expect(page.getByText('A browser', { exact: true })).toBeVisible();

  await goLive(page);
  await expectStanding(page, 'You are live');
  const viewer = await visitor(browser, stream.watchPage);
  await expectPictureMoves(viewer);
  await viewer.context().close();
  await end(page);
  await expectStanding(page, 'Your last session is over');

  await page.goto(`${server.url}/videos/${await stream.recordedVideo()}`);
  await expectMovingPicture(page);
});

test('going live again while the last recording is processed is safe', async ({ page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server);
  const ingest = await stream.ingest();
  for (const number of [1, 2]) {
    Publisher.send(ingest);
    await stream.start();
    await stream.until('live');
    expect((await stream.state()).session).toBe(number);
    await page.waitForTimeout(3000);
    await stream.stop();
    await stream.until('ended');
  }

  await stream.recordedVideo();
  await expect.poll(async () => (await stream.sessions()).map(({ recording }) => recording), { timeout: 30_000 }).toEqual(['ready', 'ready']);
  const videos = (await stream.sessions()).map(({ videoId }) => videoId ?? '');
  expect(new Set(videos).size).toBe(2);
  for (const video of videos) {
    const made = async (): Promise<unknown> => ((await (await page.request.get(`${server.url}/api/videos/${video}`)).json()) as { status: string }).status;
    await expect.poll(made, { timeout: 60_000 }).toBe('ready');
  }
});

test('a private stream is played by its signed address only', async ({ browser, page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server, { visibility: 'private' });
  Publisher.send(await stream.ingest());
  await stream.start();
  await stream.until('live');

  const { url } = await stream.playback();
  const bare = url.replace(/\/live\/[^/]+\//, '/live/public/');
  expect(bare).not.toBe(url);
  const stranger = await visitor(browser, stream.watchPage);
  expect((await stranger.request.get(new URL(url, server.url).href)).status()).toBe(200);
  expect((await stranger.request.get(new URL(bare, server.url).href)).ok()).toBe(false);
  expect((await stranger.request.get(`${server.url}/api/streams/${stream.id}/playback`)).status()).toBe(404);
  await expect(stranger.locator('video')).toHaveCount(0);
  await stranger.context().close();
});

test('a planned stream counts down, goes into calendars, and never starts by itself', async ({ browser, page }) => {
  await account(page.request, server);
  const overdue = await Broadcast.create(page, server, { scheduledFor: new Date(Date.now() + 1500).toISOString() });
  Publisher.send(await overdue.ingest());
  await page.goto(`${server.url}/streams/create`);
  await page.getByLabel('Title').fill('Tomorrow’s concert');
  await page.getByRole('button', { name: 'At a planned time' }).click();
  const soon = new Date(Date.now() + 90_000 - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await page.getByLabel('Planned for').fill(soon);
  const cover = test.info().outputPath('cover.png');
  await page.screenshot({ path: cover });
  await page.getByLabel('Cover picture').setInputFiles(cover);
  await page.getByRole('button', { name: 'Create the stream' }).click();
  await expect(page).toHaveURL(/\/broadcast$/);
  const stream = Broadcast.of(page, server, page.url().split('/').at(-2) ?? '');

  const fan = await visitor(browser, `${server.url}/streams`);
  await fan.getByRole('link', { name: 'Tomorrow’s concert' }).click();
  await expect(fan.getByRole('timer')).toContainText('min');
  await expect(fan.getByText('Starts in')).toBeVisible();
  const calendar = await fan.request.get(new URL((await fan.getByRole('link', { name: 'Add to my calendar' }).getAttribute('href')) ?? '', server.url).href);
  expect(calendar.headers()['content-type']).toContain('text/calendar');
  expect(await calendar.text()).toContain('SUMMARY:Tomorrow’s concert');
  await expect.poll(() => fan.locator('img[src*="/cover/"]').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1280);

  // The other one's time has passed, and its encoder sends.
  await fan.goto(overdue.watchPage);
  await expect(fan.getByText('Should begin any moment')).toBeVisible();
  expect((await overdue.state()).status).toBe('scheduled');
  await fan.context().close();
});
