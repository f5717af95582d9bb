import { expect, test } from '@playwright/test';
import { Broadcast } from './broadcasting.ts';
import { liveFilm } from './films.ts';
import { account } from './people.ts';
import { Publisher } from './publisher.ts';
import { RawPublisher } from './rtmp.ts';
import { Server } from './server.ts';

let server: Server;

test.beforeAll(async () => {
  server = await Server.start();
});

test.afterEach(() => Publisher.unplugAll());

test.afterAll(async () => {
  await server.dispose();
});

/** Whether an encoder was sent away, and how many milliseconds that took. */
async function refused(publisher: Publisher): Promise<number> {
  const asked = performance.now();
  await expect.poll(() => publisher.sending, { timeout: 10_000, intervals: [20] }).toBe(false);
  return performance.now() - asked;
}

test('a wrong key is refused within a second', async ({ page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server);
  const ingest = await stream.ingest();

  const publisher = Publisher.send({ ...ingest, streamKey: `${ingest.streamKey.slice(0, -4)}aaaa` });

  expect(await refused(publisher)).toBeLessThan(1000);
  expect((await stream.state()).signal).toBe('none');
});

test('a rotated key drops who used the old one, who comes back with the new one only', async ({ page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server);
  const old = await stream.ingest();
  const first = Publisher.send(old);
  await stream.untilSignal('receiving');

  const fresh = await stream.rotate();
  expect(fresh.streamKey).not.toBe(old.streamKey);
  await first.ended;
  await stream.untilSignal('none');
  expect(await refused(Publisher.send(old))).toBeLessThan(1000);

  Publisher.send(fresh);
  await stream.untilSignal('receiving');
});

test('a second publisher is refused and does not hurt the first', async ({ page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server, { record: false });
  const ingest = await stream.ingest();
  const first = Publisher.send(ingest);
  await stream.start();
  await stream.until('live');

  const second = Publisher.send(ingest);

  expect(await refused(second)).toBeLessThan(2000);
  await page.waitForTimeout(2000);
  expect(first.sending).toBe(true);
  const { status, signal } = await stream.state();
  expect({ status, signal }).toEqual({ status: 'live', signal: 'receiving' });
  expect((await stream.sessions())[0]?.breaks).toEqual([]);
});

test('an encoder that stalls is noticed within two seconds, and so is its return', async ({ page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server, { record: false });
  const publisher = Publisher.send(await stream.ingest());
  await stream.start();
  await stream.until('live');

  publisher.freeze();
  const stalled = performance.now();
  await expect.poll(async () => (await stream.state()).signal, { intervals: [50] }).not.toBe('receiving');
  expect(performance.now() - stalled).toBeLessThan(2500);

  publisher.thaw();
  await stream.untilSignal('receiving');
});

test('a hard stop sends the encoder away', async ({ page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server, { record: false });
  const publisher = Publisher.send(await stream.ingest());
  await stream.start();
  await stream.until('live');

  await stream.stop();

  await stream.until('ended');
  await publisher.ended;
});

test('junk on the RTMP port is hung up on, and nobody else notices', async ({ page }) => {
  await account(page.request, server);
  const stream = await Broadcast.create(page, server, { record: false });
  const publisher = Publisher.send(await stream.ingest());
  await stream.untilSignal('receiving');

  await RawPublisher.junk(server.rtmpPort, Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(200)));

  await page.waitForTimeout(1000);
  expect(publisher.sending).toBe(true);
  expect((await stream.state()).signal).toBe('receiving');
});
