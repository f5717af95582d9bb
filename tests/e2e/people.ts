import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test';
import type { Server } from './server.ts';

const password = 'correct horse battery 9';
let signedUp = 0;

function newAddress(): string {
  signedUp += 1;
  return `artist-${String(process.pid)}-${String(signedUp)}@example.com`;
}

/** A new account, signed in, through the page. */
export async function signUp(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/account/sign-up`);
  await page.getByLabel('Name').fill('Ada Artist');
  await page.getByLabel('E-mail address').fill(newAddress());
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/videos(\?|$)/);
}

/** A new account, signed in for whoever shares the context's cookies, without its pages: for what a test is not about. */
export async function account(api: APIRequestContext, server: Server, displayName = 'Ada Artist'): Promise<void> {
  const email = newAddress();
  for (const [path, data] of [['register', { email, password, displayName }], ['login?useCookies=true', { email, password }]] as const) {
    const response = await api.post(`${server.url}/api/account/${path}`, { data });
    if (!response.ok()) throw new Error(`${path} answered ${String(response.status())}: ${await response.text()}`);
  }
}

/** Drops a file on the page as a person would from their file manager. For films of a few megabytes. */
export async function drop(page: Page, file: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ base64, name }) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type: 'video/mp4' }));
      return data;
    },
    { base64: readFileSync(file).toString('base64'), name: basename(file) },
  );
  const zone = page.getByTestId('drop-zone');
  await zone.dispatchEvent('dragover', { dataTransfer: transfer });
  await zone.dispatchEvent('drop', { dataTransfer: transfer });
}

export function uploadCard(page: Page, file: string): Locator {
  return page.getByRole('article', { name: basename(file) });
}

/** What a person who looks at the picture would say: where it is, whether it is whole, and what it shows. */
export async function look(scope: Page | Locator): Promise<{ time: number; width: number; picture: string; error: string | null }> {
  return scope.locator('video').evaluate((video: HTMLVideoElement) => {
    const canvas = document.createElement('canvas');
    canvas.width = 64;
    canvas.height = 36;
    const context = canvas.getContext('2d');
    context?.drawImage(video, 0, 0, 64, 36);
    const pixels = context?.getImageData(0, 0, 64, 36).data ?? new Uint8ClampedArray();
    let sum = 0;
    for (let i = 0; i < pixels.length; i++) sum = (sum * 31 + (pixels[i] ?? 0)) >>> 0;
    return {
      time: video.currentTime,
      width: video.videoWidth,
      picture: String(sum),
      error: video.error === null ? null : `${String(video.error.code)} ${video.error.message}`,
    };
  });
}

export async function expectAccessible(page: Page): Promise<void> {
  // There are no frames, and the way that looks into them opens a page of its own each time.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([]);
}

/** Nothing sticks out to the side. */
export async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

export async function expectAccessibleInBothSchemes(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expectAccessible(page);
  }
}

/** From the narrowest phone to a large screen. */
export async function expectGoodInEverySize(page: Page): Promise<void> {
  for (const width of [360, 1280, 2560]) {
    await page.setViewportSize({ width, height: 900 });
    await expectFits(page);
    await expectAccessibleInBothSchemes(page);
  }
}

/** Plays and expects the picture to move for two seconds of film. */
export async function expectMovingPicture(page: Page): Promise<void> {
  const player = page.getByRole('region', { name: /^Video player/ });
  await expect(player).toBeVisible({ timeout: 60_000 });
  await player.getByRole('button', { name: 'Play' }).click();
  await expectPictureMoves(page);
}

/** Expects it to move for two seconds of film, without anything being done for it. */
export async function expectPictureMoves(scope: Page | Locator): Promise<void> {
  await expect(scope.locator('video')).toBeVisible({ timeout: 30_000 });
  await expect.poll(async () => (await look(scope)).time, { timeout: 30_000 }).toBeGreaterThan(0.2);
  const before = await look(scope);
  await expect.poll(async () => (await look(scope)).time, { timeout: 30_000 }).toBeGreaterThan(before.time + 2);
  const after = await look(scope);
  expect(after.error).toBeNull();
  expect(after.width).toBeGreaterThan(0);
  expect(after.picture).not.toBe(before.picture);
}
