import { expect, type Page } from '@playwright/test';
import type { Broadcast } from './broadcasting.ts';
import { test } from './chatHouse.ts';
import { Writer } from './chatPeople.ts';
import { ChatRoom, numbersTo } from './chatRoom.ts';
import { Moderation } from './moderation.ts';
import { expectAccessible } from './people.ts';
import type { Server } from './server.ts';

let server: Server;
let owner: Page;
let moderator: Page;
let ana: Page;
let bo: Page;
let stream: Broadcast;

test.beforeAll(({ house }) => {
  ({ server, owner, moderator, ana, bo } = house);
});

test.beforeEach(async ({ house }) => {
  stream = await house.stream();
});

test('two fans and a moderator: written, deleted, given back, timed out, banned', async () => {
  const [dashboard, mo, first, second] = await Promise.all([
    ChatRoom.open(owner, stream.dashboard), ...[moderator, ana, bo].map((page) => ChatRoom.open(page, stream.watchPage)),
  ]) as [ChatRoom, ChatRoom, ChatRoom, ChatRoom];
  const panels = new Moderation(owner);

  await test.step('the owner appoints the moderator', async () => {
    await mo.write('hello from the front row');
    await dashboard.moderate('hello from the front row', 'Make a moderator');
    await expect(dashboard.toasts.getByText('Mo Moderator is a moderator now.')).toBeVisible();
    await expect(moderator.getByRole('button', { name: 'Moderate', exact: true })).toBeVisible();
    await mo.write('now with a badge');
    await expect(second.row('now with a badge')).toContainText('Mod');
  });

  await test.step('a message is seen by everybody, and is on its way no more', async () => {
    await first.write('buy cheap tickets');
    for (const room of [dashboard, mo, first, second]) await room.expectOnce('buy cheap tickets');
    await expectAccessible(ana);
  });

  await test.step('deleted for everybody, given back, and deleted again', async () => {
    await mo.moderate('buy cheap tickets', 'Delete');
    for (const room of [dashboard, mo, first, second]) await room.expectGone('buy cheap tickets');
    await mo.undo('The message of Ana is deleted.');
    for (const room of [dashboard, mo, first, second]) await room.expectOnce('buy cheap tickets');
    // By keyboard this time.
    await mo.row('buy cheap tickets').focus();
    await moderator.keyboard.press('Delete');
    for (const room of [dashboard, mo, first, second]) await room.expectGone('buy cheap tickets');
  });

  await test.step('a time-out keeps from writing, says for how long, and is lifted', async () => {
    await second.write('is anybody there?');
    await mo.moderate('is anybody there?', 'Time out…');
    const dialog = moderator.getByRole('dialog', { name: 'Time out Bo' });
    await dialog.getByLabel('1 minute').check();
    await expectAccessible(moderator);
    await dialog.getByRole('button', { name: 'Time out' }).click();
    await expect(bo.getByText(/^You may not write for a while\. 0:[1-5]\d left\.$/)).toBeVisible();
    await expect(second.field).toHaveCount(0);
    await expectAccessible(bo);
    await bo.reload();
    await expect(bo.getByText(/^You may not write for a while\./)).toBeVisible();
    await expect(second.field).toHaveCount(0);
    await panels.show('People');
    await expectAccessible(owner);
    await panels.panel.getByRole('button', { name: 'Lift: Bo' }).click();
    await second.write('back again');
    await first.expectOnce('back again');
  });

  await test.step('a ban, with all that was written, until it is lifted', async () => {
    await mo.moderate('back again', 'Ban…');
    const dialog = moderator.getByRole('dialog', { name: 'Ban Bo' });
    await dialog.getByLabel('Also remove what they wrote so far').check();
    await dialog.getByRole('button', { name: 'Ban' }).click();
    await expect(bo.getByText('You may not write in this chat any more.')).toBeVisible();
    await expect(second.field).toHaveCount(0);
    for (const text of ['back again', 'is anybody there?']) await first.expectGone(text);
    await mo.undo('Bo is banned');
    for (const text of ['back again', 'is anybody there?']) await first.expectOnce(text);
    await second.write('thank you');
    await first.expectOnce('thank you');
  });

  await test.step('it stays away after a reload and far up in the history, until that is taken back', async () => {
    await panels.show('Log');
    await expectAccessible(owner);
    const cleo = await Writer.join(server, stream.id, 'Cleo');
    await cleo.sayMany(120, (n) => `la la ${String(n)}`);
    await cleo.say('what a song');
    await cleo.leave();
    await ana.reload();
    await expect(first.row('what a song')).toBeInViewport();
    await first.toBeginning();
    await expect(first.row('hello from the front row')).toBeVisible();
    await first.expectGone('buy cheap tickets');

    await panels.panel.getByRole('button', { name: /^Undo: Mo Moderator deleted/ }).click();
    await first.expectOnce('buy cheap tickets');
    const texts = await first.texts();
    expect(texts.indexOf('buy cheap tickets')).toBe(texts.indexOf('now with a badge') + 1);
    await ana.reload();
    await expect(first.row('what a song')).toBeInViewport();
    await first.toBeginning();
    await first.expectOnce('buy cheap tickets');
  });
});

test('follows the newest, lets somebody read further up, and goes back to the first message', async () => {
  const cleo = await Writer.join(server, stream.id, 'Cleo');
  await cleo.say('the first');
  await cleo.sayMany(249, (n) => `verse ${String(n)}`);
  const room = await ChatRoom.open(ana, stream.watchPage);
  await cleo.say('the newest');
  await expect(room.row('the newest')).toBeInViewport();

  await room.log.hover();
  await ana.mouse.wheel(0, -300);
  await expect(ana.getByRole('button', { name: 'To the newest' })).toBeVisible();
  await cleo.sayMany(6, (n) => `chorus ${String(n)}`);
  await cleo.say('the last');
  await expect(ana.getByRole('button', { name: '7 new messages' })).toBeVisible();
  await expect(room.row('the last')).not.toBeInViewport();

  await room.toBeginning();
  await expect(room.row('the first')).toBeInViewport();
  expect(await room.numbers()).toEqual(numbersTo(258));

  await ana.getByRole('button', { name: '7 new messages' }).click();
  await expect(room.row('the last')).toBeInViewport();
  await cleo.say('and one more');
  await expect(room.row('and one more')).toBeInViewport();
  await cleo.leave();
});

test('reactions reach the other page as sums', async () => {
  const [first, second] = [await ChatRoom.open(ana, stream.watchPage), await ChatRoom.open(bo, stream.watchPage)];
  await first.write('play the old one');
  await second.expectOnce('play the old one');
  const fire = ana.getByRole('button', { name: 'React with fire' });
  for (let n = 0; n < 3; n += 1) await fire.click();
  await bo.getByRole('button', { name: 'React with applause' }).click();
  for (const page of [ana, bo]) {
    await expect(page.getByRole('button', { name: 'React with fire, 3 lately' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'React with applause, 1 lately' })).toBeVisible();
  }
});
