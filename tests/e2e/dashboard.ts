import { expect, type Locator, type Page } from '@playwright/test';
import type { RtmpIngest } from './publisher.ts';

/** What the broadcaster's page says of how it stands. */
export function standing(page: Page): Locator {
  return page.getByRole('region', { name: 'How it stands' });
}

/** The player that shows the owner what arrives. */
export function monitor(page: Page): Locator {
  return page.getByRole('region', { name: /^Preview: / });
}

export async function expectStanding(page: Page, headline: string, timeout = 15_000): Promise<void> {
  await expect(standing(page).getByRole('status')).toHaveText(headline, { timeout });
}

/** Reads server and key off the page, as a person does for their encoder. */
export async function readIngest(page: Page): Promise<RtmpIngest> {
  const key = page.getByLabel('Stream key');
  await expect(key).toHaveValue(/^•+$/);
  await page.getByRole('button', { name: 'Show the key' }).click();
  await expect(key).not.toHaveValue(/•/);
  const ingest = { rtmpUrl: await page.getByLabel('Server', { exact: true }).inputValue(), streamKey: await key.inputValue() };
  await page.getByRole('button', { name: 'Hide the key' }).click();
  await expect(key).toHaveValue(/^•+$/);
  return ingest;
}

export async function goLive(page: Page): Promise<void> {
  await standing(page).getByRole('button', { name: 'Go live' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Go live' }).click();
}

export async function end(page: Page): Promise<void> {
  await standing(page).getByRole('button', { name: 'End the stream' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
}
