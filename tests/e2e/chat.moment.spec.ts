import { expect, type Locator } from '@playwright/test';
import { test } from './chatHouse.ts';
import { Writer } from './chatPeople.ts';
import { ChatRoom } from './chatRoom.ts';
import { standing } from './dashboard.ts';
import { expectAccessible, expectFits, expectPictureMoves } from './people.ts';
import { Publisher } from './publisher.ts';

/** More than the seconds behind live with which somebody counts as having gone back. */
const rewindable = 18;
/** From this width on the chat of a recording has its column. */
const twoColumns = 1152;

async function timeOf(player: Locator): Promise<number> {
  return player.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
}

async function boxOf(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  return (await part.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
}

test('the chat goes along with what is watched: live, gone back, and as a recording', async ({ house }) => {
  const { server, owner, ana } = house;
  const stream = await house.stream();
  const bo = await Writer.join(server, stream.id, 'Bo');
  await bo.say('is it on?');
  const publisher = Publisher.send(await stream.ingest());
  await stream.start();
  await stream.until('live');
  const now = await ChatRoom.open(ana, stream.watchPage);
  const then = ana.getByRole('log', { name: 'Messages of that time' });
  const player = ana.getByRole('region', { name: /^Live player/ });

  const early = Date.now();
  await bo.say('what an opening');
  await now.expectOnce('what an opening');
  await expectPictureMoves(ana);

  await test.step('it is told how many watch', async () => {
    await expect(ana.getByText('1 watching')).toBeVisible({ timeout: 20_000 });
    await owner.goto(stream.dashboard);
    await expect(standing(owner).getByText('1', { exact: true })).toBeVisible();
    await owner.goto('about:blank');
  });

  await ana.waitForTimeout(Math.max(0, early + 10_000 - Date.now()));
  const late = Date.now();
  await bo.say('one more, please');
  await now.expectOnce('one more, please');

  await test.step('who goes back to the beginning does not know what was written later', async () => {
    await expect.poll(() => timeOf(player), { timeout: 30_000 }).toBeGreaterThan(rewindable);
    await player.locator('video').hover();
    await player.getByRole('button', { name: 'Pause' }).focus();
    await ana.keyboard.press('Home');
    await expect(ana.getByText(/^Chat from \d/)).toBeVisible();
    await expect(then.getByText('what an opening')).toBeVisible({ timeout: 30_000 });
    await expect(then.getByText('one more, please')).toHaveCount(0);
    await expectAccessible(ana);
    await ana.getByRole('button', { name: 'Back to live' }).click();
    await expect(now.row('one more, please')).toBeVisible();
    await expect(ana.getByText(/^Chat from \d/)).toBeHidden();
  });

  await now.write('last words');
  await now.expectOnce('last words');
  await bo.leave();
  await ana.waitForTimeout(3_000);
  await stream.stop();
  await publisher.ended;
  const video = await stream.recordedVideo(60_000);

  const { items } = (await (await ana.request.get(`${server.url}/api/videos/${video}/chat`)).json()) as { items: { text: string; at: number }[] };
  const [opening, more, ...others] = items.filter(({ text }) => text !== 'is it on?');
  expect([opening?.text, more?.text, ...others.map(({ text }) => text)]).toEqual(['what an opening', 'one more, please', 'last words']);
  if (opening === undefined || more === undefined) return;
  expect(Math.abs(more.at - opening.at - (late - early) / 1000)).toBeLessThan(1);

  await test.step('a recording plays with the chat of its time', async () => {
    await ana.goto(`${server.url}/videos/${video}`);
    const replay = ana.getByRole('region', { name: 'Chat replay' });
    await expect(replay.getByRole('heading', { name: 'Chat replay' })).toBeVisible();
    const recording = ana.getByRole('region', { name: /^Video player/ });
    const place = ana.getByRole('slider', { name: 'Place in the video' });
    await expect(place).toHaveAttribute('aria-valuemax', /[1-9]/);
    const seek = async (seconds: number): Promise<void> => {
      const { x, y, width, height } = await boxOf(place);
      const duration = Number(await place.getAttribute('aria-valuemax'));
      // Controls of a film that plays come back with the pointer.
      await ana.mouse.move(x + width / 3, y - 40);
      await ana.mouse.move(x + width / 2, y - 40);
      await place.click({ position: { x: (seconds / duration) * width, y: height / 2 } });
      await expect.poll(async () => Math.abs(Number(await place.getAttribute('aria-valuenow')) - seconds)).toBeLessThan(3);
    };
    await recording.getByRole('button', { name: 'Play' }).click();
    await expect(then.getByText('what an opening')).toBeVisible({ timeout: 40_000 });
    await expect(then.getByText('one more, please')).toHaveCount(0);
    await recording.locator('video').evaluate((picture: HTMLVideoElement) => {
      picture.pause();
    });
    const between = (opening.at + more.at) / 2;
    await seek(between);
    await expect(then.getByText('what an opening')).toBeVisible();
    await expect(then.getByText('one more, please')).toHaveCount(0);
    // It goes on with the picture.
    await recording.getByRole('button', { name: 'Play' }).click();
    await expect(then.getByText('one more, please')).toBeVisible();
    expect(await timeOf(recording)).toBeGreaterThan(more.at - 1);
    await seek(Number(await place.getAttribute('aria-valuemax')) - 0.5);
    await expect(then.getByText('last words')).toBeVisible();
    await seek(between);
    for (const text of ['one more, please', 'last words']) await expect(then.getByText(text)).toHaveCount(0);
    await expect(then.getByText('what an opening')).toBeVisible();
  });

  await test.step('its chat stands beside it where there is room', async () => {
    const [film, chat] = [ana.getByRole('region', { name: /^Video player/ }), ana.getByRole('region', { name: 'Chat replay' })];
    for (const width of [360, 1100, 1280, 2560]) {
      await ana.setViewportSize({ width, height: 900 });
      await expectFits(ana);
      const [left, right] = [await boxOf(film), await boxOf(chat)];
      const [isBeside, isBelow] = [right.x >= left.x + left.width && right.y < left.y + left.height, right.y >= left.y + left.height];
      expect({ width, isBeside, isBelow }).toEqual({ width, isBeside: width >= twoColumns, isBelow: width < twoColumns });
      if (width !== 1100) await expectAccessible(ana);
    }
    await ana.setViewportSize({ width: 1280, height: 800 });
  });
  // Nobody goes on making what nobody watches any more.
  expect((await owner.request.delete(`${server.url}/api/videos/${video}`)).ok()).toBe(true);
});
