import { expect } from '@playwright/test';
import { test } from './chatHouse.ts';
import { ChatRoom } from './chatRoom.ts';
import { Moderation } from './moderation.ts';
import { expectAccessible, expectFits } from './people.ts';

test('an owner and a moderator keep a chat, by the keyboard', async ({ house }) => {
  const { owner, moderator, bo: fan } = house;
  await fan.setViewportSize({ width: 390, height: 800 });
  const stream = await house.stream();
  const [dashboard, mo, bo] = (await Promise.all([
    ChatRoom.open(owner, stream.dashboard), ChatRoom.open(moderator, stream.watchPage), ChatRoom.open(fan, stream.watchPage),
  ])) as [ChatRoom, ChatRoom, ChatRoom];
  const panels = new Moderation(owner);
  for (const [room, text] of [[mo, 'hello from Mo'], [bo, 'first words'], [bo, 'last words']] as const) {
    await room.write(text);
    await expect(room.row(text)).toBeVisible();
  }

  await test.step('the owner appoints the moderator', async () => {
    await dashboard.row('hello from Mo').focus();
    await owner.keyboard.press('Enter');
    await expectAccessible(owner);
    await owner.getByRole('menuitem', { name: 'Make a moderator' }).press('Enter');
    await expect(moderator.getByRole('button', { name: 'Moderate', exact: true })).toBeVisible();
  });

  await test.step('a message is deleted and given back', async () => {
    await mo.row('first words').focus();
    await moderator.keyboard.press('Delete');
    await bo.expectGone('first words');
    await expect(mo.row('last words')).toBeFocused();
    await moderator.keyboard.press('u');
    await expect(bo.row('first words')).toBeVisible();
  });

  await test.step('somebody is timed out, and may write again', async () => {
    await moderator.keyboard.press('t');
    await expect(moderator.getByLabel('10 minutes')).toBeFocused();
    await moderator.keyboard.press('Enter');
    await expect(moderator.getByText('Bo cannot write for 10 minutes.')).toBeVisible();
    await expect(bo.field).toHaveCount(0);
    await panels.show('People');
    await panels.panel.getByRole('button', { name: 'Lift: Bo' }).click();
  });

  await test.step('messages with links are held, let through and turned away', async () => {
    await panels.set((panel) => panel.getByLabel('Messages with links').check());
    await expect(fan.getByText('Messages with links are reviewed before they appear.')).toBeVisible();
    for (const text of ['see www.example.org', 'and https://example.com']) await bo.write(text);
    await moderator.getByRole('button', { name: 'Moderate, 2 wait for review' }).click();
    const held = moderator.getByRole('list', { name: 'Messages that wait for review' }).getByRole('listitem');
    await held.first().focus();
    await expectAccessible(moderator);
    await moderator.keyboard.press('a');
    await expect(bo.row('www.example.org')).toBeVisible();
    await expect(held).toBeFocused();
    await moderator.keyboard.press('r');
    await expect(moderator.getByText('Nothing waits for review')).toBeVisible();
    await moderator.getByRole('tab', { name: 'Log' }).click();
    await expect(moderator.getByRole('list', { name: 'What was done' })).toContainText('Mo Moderator rejected a message of Bo');
  });

  await test.step('both reviews are taken back, and the owner sees what waits again', async () => {
    const log = moderator.getByRole('list', { name: 'What was done' });
    await moderator.getByRole('button', { name: 'Undo: Mo Moderator approved a message of Bo' }).press('Enter');
    await bo.expectGone('www.example.org');
    await expect(log).toContainText('Mo Moderator took a message of Bo out of the chat and put it back for review');
    await expect(owner.getByRole('tab', { name: 'Review, 1 waits for review' })).toBeVisible();
    await moderator.getByRole('button', { name: 'Undo: Mo Moderator rejected a message of Bo' }).press('Enter');
    await expect(mo.toasts.first()).toContainText('The message of Bo is put back for review.');
    await expect(log.getByText('· put back for review')).toHaveCount(2);
    await expectAccessible(moderator);
    await moderator.keyboard.press('Escape');

    await panels.show('Review');
    const waiting = panels.panel.getByRole('listitem');
    await expect(waiting).toHaveCount(2);
    await waiting.filter({ hasText: 'www.example.org' }).focus();
    await owner.keyboard.press('a');
    await expect(bo.row('www.example.org')).toBeVisible();
    await expect(waiting).toBeFocused();
    await owner.keyboard.press('r');
    await expect(panels.panel.getByText('Nothing waits for review')).toBeVisible();
  });

  await test.step('somebody is banned, and that is taken back', async () => {
    await mo.row('last words').focus();
    await moderator.keyboard.press('b');
    await moderator.getByLabel('Also remove what they wrote so far').check();
    await moderator.getByRole('button', { name: 'Ban', exact: true }).click();
    await bo.expectGone('last words');
    await mo.toasts.getByRole('button', { name: 'Undo' }).last().click();
    await expect(bo.row('last words')).toBeVisible();
  });

  await panels.show('People');
  await panels.panel.getByRole('button', { name: 'Dismiss: Mo Moderator' }).click();
  await expect(moderator.getByRole('button', { name: /^Moderate/ })).toHaveCount(0);

  for (const [width, height] of [[360, 740], [390, 844], [1280, 800], [2560, 1440]] as const) {
    await test.step(`the panels fit ${String(width)} px`, async () => {
      await owner.setViewportSize({ width, height });
      for (const part of ['Review', 'People', 'Settings', 'Log'] as const) {
        await panels.show(part);
        await expect(panels.panel.getByRole('status')).toHaveCount(part === 'Settings' ? 1 : 0);
        await expectFits(owner);
        if (width === 360 || width === 2560) await expectAccessible(owner);
      }
    });
  }

  for (const page of [owner, fan]) await page.setViewportSize({ width: 1280, height: 800 });
});
