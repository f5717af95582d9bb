import { expect, type Page } from '@playwright/test';
import type { Broadcast } from './broadcasting.ts';
import { test } from './chatHouse.ts';
import { ChatRoom } from './chatRoom.ts';
import { Moderation } from './moderation.ts';
import { expectAccessible } from './people.ts';

let owner: Page;
let ana: Page;
let reader: Page;
let stream: Broadcast;
let dashboard: ChatRoom;
let panels: Moderation;
let fan: ChatRoom;
let stranger: ChatRoom;

test.beforeAll(async ({ browser, house }) => {
  ({ owner, ana } = house);
  reader = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
  stream = await house.stream();
  dashboard = await ChatRoom.open(owner, stream.dashboard);
  panels = new Moderation(owner);
  fan = await ChatRoom.open(ana, stream.watchPage);
  stranger = await ChatRoom.open(reader, stream.watchPage);
});

test.afterAll(async () => {
  await reader.context().close();
});

test('who is not signed in reads, and is asked to sign in to write', async () => {
  await dashboard.write('good evening');
  await stranger.expectOnce('good evening');
  await expect(stranger.field).toHaveCount(0);
  await expect(reader.getByText('Sign in to write and react.')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'React with heart' })).toBeDisabled();
  await expect(reader.getByRole('complementary', { name: 'Chat' }).getByRole('link', { name: 'Sign in' })).toHaveAttribute('href', new RegExp(`next=.*${stream.id}`));
  await expectAccessible(reader);
});

test('slow mode counts down, keeps the text, and holds for viewers alone', async () => {
  await panels.set(async (panel) => {
    await panel.getByLabel('Slow mode, in seconds').fill('4');
    await expectAccessible(owner);
  });
  await expect(ana.getByText('Slow mode: one message every 4 seconds.')).toBeVisible();
  await fan.write('first');
  await stranger.expectOnce('first');
  await expect(ana.getByRole('button', { name: /^Send, possible in [1-4] seconds?$/ })).toBeVisible();
  await fan.write('second');
  await expect(ana.getByText(/^Not so soon: you can write again in [1-4] s\.$/)).toBeVisible();
  await expect(fan.field).toHaveValue('second');
  for (const text of ['of the owner', 'again of the owner']) {
    await dashboard.write(text);
    await fan.expectOnce(text);
  }
  await expect(ana.getByRole('button', { name: 'Send', exact: true })).toBeVisible();
  await fan.field.press('Enter');
  await stranger.expectOnce('second');
  await panels.set((panel) => panel.getByRole('button', { name: 'Off' }).click());
  await expect(ana.getByText(/^Slow mode:/)).toHaveCount(0);
});

test('a blocked word is refused, also in letters that only look like it', async () => {
  await panels.set(async (panel) => {
    await panel.getByLabel('Blocked words and phrases').fill('scam');
    await panel.getByLabel('Blocked words and phrases').press('Enter');
  });
  // Cyrillic letters.
  await fan.write('a ѕсаm, I say');
  await expect(fan.log.getByText('This message has a word that is not wanted in this chat.')).toBeVisible();
  await expectAccessible(ana);
  await ana.getByRole('button', { name: 'Change it' }).click();
  await expect(fan.field).toHaveValue('a ѕсаm, I say');
  await fan.write('scampi, I say');
  await stranger.expectOnce('scampi, I say');
  await stranger.expectGone('a ѕсаm');
});

test('messages wait for review, and are let through and turned away by keyboard', async () => {
  await panels.set((panel) => panel.getByRole('radio', { name: 'Every message' }).check());
  await expect(ana.getByText('Messages are reviewed before they appear.')).toBeVisible();
  await fan.write('may I sing along?');
  await expect(fan.log.getByText('Waits for a moderator')).toBeVisible();
  await fan.write('look at my shop');
  const review = owner.getByRole('tab', { name: 'Review, 2 wait for review' });
  await expect(review).toBeVisible();
  expect(await stranger.texts()).not.toContain('may I sing along?');

  await owner.getByRole('tab', { name: 'Settings' }).focus();
  await owner.keyboard.press('Home');
  await expectAccessible(owner);
  await owner.keyboard.press('Tab');
  await expect(owner.getByRole('listitem', { name: 'Ana: may I sing along?' })).toBeFocused();
  await owner.keyboard.press('a');
  await stranger.expectOnce('may I sing along?');
  await fan.expectOnce('may I sing along?');
  await expect(owner.getByRole('listitem', { name: 'Ana: look at my shop' })).toBeFocused();
  await owner.keyboard.press('r');
  await expect(owner.getByText('Nothing waits for review')).toBeVisible();
  await panels.set((panel) => panel.getByRole('radio', { name: 'Nothing' }).check());
  await fan.write('at once again');
  await stranger.expectOnce('at once again');
  await stranger.expectGone('look at my shop');
});

test('a message is pinned by keyboard, and the chat is closed', async () => {
  await dashboard.write('The second set begins at nine');
  await dashboard.row('The second set begins at nine').focus();
  await owner.keyboard.press('p');
  for (const page of [ana, reader]) await expect(page.getByRole('region', { name: 'Pinned message' })).toContainText('The second set begins at nine');
  await expectAccessible(ana);
  await reader.reload();
  await expect(reader.getByRole('region', { name: 'Pinned message' })).toBeVisible();

  await panels.set((panel) => panel.getByRole('checkbox', { name: 'Close the chat' }).check());
  await expect(fan.field).toHaveCount(0);
  await expect(ana.getByText('The chat is closed.').first()).toBeVisible();
  await dashboard.write('Good night');
  await fan.expectOnce('Good night');
  await dashboard.row('The second set begins at nine').focus();
  await owner.keyboard.press('p');
  await expect(ana.getByRole('region', { name: 'Pinned message' })).toHaveCount(0);
  await panels.set((panel) => panel.getByRole('checkbox', { name: 'Close the chat' }).uncheck());
  await fan.write('still here');
  await stranger.expectOnce('still here');
});
