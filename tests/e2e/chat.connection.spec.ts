import { expect, type Page } from '@playwright/test';
import type { Broadcast } from './broadcasting.ts';
import { test } from './chatHouse.ts';
import { enter, history, Writer } from './chatPeople.ts';
import { ChatRoom, numbersTo } from './chatRoom.ts';
import type { Server } from './server.ts';
import { Wire } from './wire.ts';

const lost = 'The connection is lost. Coming back…';

let server: Server;
let wire: Wire;
let owner: Page;
let ana: Page;
let stream: Broadcast;

test.beforeAll(async ({ house }) => {
  ({ server, owner, ana } = house);
  wire = await Wire.to(server);
});

test.beforeEach(async ({ house }) => {
  stream = await house.stream();
});

test.afterAll(() => {
  wire.close();
});

async function enterOverWire(): Promise<ChatRoom> {
  return ChatRoom.open(ana, stream.watchPage.replace(server.url, wire.url));
}

/** Bo writes, and Ana reads it over the wire, which is then cut. */
async function cutAfterWords(): Promise<{ bo: Writer; room: ChatRoom }> {
  const bo = await Writer.join(server, stream.id, 'Bo');
  const room = await enterOverWire();
  await bo.say('before');
  await room.expectOnce('before');
  wire.cut();
  await expect(ana.getByText(lost)).toBeVisible();
  return { bo, room };
}

test('a cut connection comes back by itself with nothing missing, nothing twice, and what was written meanwhile', async () => {
  const { bo, room } = await cutAfterWords();
  await bo.sayMany(40, (n) => `meanwhile ${String(n)}`);
  await room.write('from the tunnel');
  await expect(room.log.getByText('Waiting to be sent')).toBeVisible();
  wire.mend();

  await room.expectOnce('from the tunnel');
  await expect(ana.getByText(lost)).toHaveCount(0);
  await bo.say('after');
  await room.expectOnce('after');
  expect(await room.numbers()).toEqual(numbersTo(43));
  const written = (await history(ana.request, server, stream.id)).map(({ text }) => text);
  expect(written.filter((text) => text === 'from the tunnel')).toHaveLength(1);
  expect(await room.texts()).toEqual(written);
  await bo.leave();
});

test('who has missed more than can be told is told so, and finds it further up', async () => {
  const { bo, room } = await cutAfterWords();
  await bo.sayMany(550, (n) => `meanwhile ${String(n)}`);
  await bo.say('the last one');
  wire.mend();

  await expect(room.row('the last one')).toBeInViewport();
  await expect(room.log.getByText('Some messages are missing here.')).toBeAttached();
  expect(await room.numbers()).toEqual(numbersTo(552).slice(-100));
  await room.toBeginning();
  await expect(room.log.getByText('Some messages are missing here.')).toHaveCount(0);
  expect(await room.numbers()).toEqual(numbersTo(552));
  await bo.leave();
});

test('who reads nothing holds nobody up, and catches up when they read again', async ({ browser }) => {
  const [bo, cleo] = await Promise.all(['Bo', 'Cleo'].map((name) => Writer.join(server, stream.id, name))) as [Writer, Writer];
  const stalled = await enterOverWire();
  const fan = await enter(browser, server, 'Dov');
  const other = await ChatRoom.open(fan, stream.watchPage);
  await bo.say('before');
  await Promise.all([stalled, other].map((room) => room.expectOnce('before')));
  const [delays, skipped] = [await watchDelays(other), await skips()];

  wire.stall();
  // What the system keeps for a connection that is not read is filled first: some megabytes.
  const long = '🎶'.repeat(490);
  let rounds = 0;
  for (; rounds < 20 || (rounds < 300 && (await skips()) === skipped); rounds += 1) {
    await Promise.all([bo.sayMany(10, () => long), cleo.say(`at ${String(Date.now())}`)]);
  }
  expect(await skips()).toBe(skipped + 1);
  await expect.poll(async () => (await delays()).length).toBe(rounds);
  expect(Math.max(...(await delays()))).toBeLessThan(1_000);
  await expect(stalled.row(/at \d+$/)).toHaveCount(0);

  wire.flow();
  await bo.say('do you read me?');
  await stalled.expectOnce('do you read me?');
  const numbers = await stalled.numbers();
  expect(numbers).toEqual(numbersTo(2 + 11 * rounds).slice(-Math.max(100, numbers.length)));
  await fan.context().close();
  await Promise.all([bo, cleo].map((writer) => writer.leave()));
});

/** How often the server has skipped what waited for a connection. */
async function skips(): Promise<number> {
  const metrics = await (await owner.request.get(`${server.url}/metrics`)).text();
  return Number(/^contentpages_live_skips\S* (\d+)/m.exec(metrics)?.[1] ?? 0);
}

/** Notes how long messages `at <milliseconds since 1970>` have taken until they are on the page. */
async function watchDelays(room: ChatRoom): Promise<() => Promise<number[]>> {
  const delays = await room.log.evaluateHandle((log) => {
    const seen = new Map<string, number>();
    new MutationObserver(() => {
      for (const row of [...log.querySelectorAll('[data-seq]')].slice(-60)) {
        const at = /at (\d{13})$/.exec(row.textContent ?? '')?.[1];
        if (at !== undefined && !seen.has(at)) seen.set(at, Date.now() - Number(at));
      }
    }).observe(log, { childList: true, subtree: true });
    return seen;
  });
  return () => delays.evaluate((seen) => [...seen.values()]);
}

test('a server killed while many write keeps every message that it has acknowledged, once and in order, and the page goes on', async () => {
  const names = ['Bo', 'Cleo', 'Dov', 'Eli'];
  const writers = await Promise.all(names.map((name) => Writer.join(server, stream.id, name)));
  const room = await ChatRoom.open(ana, stream.watchPage);
  const acknowledged = new Map<string, number>();
  const sent = new Set<string>();
  let isOver = false;
  // Five of each are on their way at any time.
  const lanes = writers.flatMap((writer) => [1, 2, 3, 4, 5].map(async (lane) => {
    for (let n = 1; !isOver; n += 1) {
      const text = `${writer.name} ${String(lane)}-${String(n)}`;
      sent.add(text);
      const seq = await writer.say(text).catch(() => null);
      if (seq === null) return;
      acknowledged.set(text, seq);
    }
  }));
  await expect.poll(() => acknowledged.size, { intervals: [20] }).toBeGreaterThan(200);
  await server.kill();
  isOver = true;
  await Promise.all(lanes);
  await expect(ana.getByText(lost)).toBeVisible();
  await room.write('are we still here?');
  await server.start();

  await room.expectOnce('are we still here?');
  await Promise.all(writers.map((writer) => writer.leave()));
  const kept = await history(ana.request, server, stream.id);
  expect(kept.map(({ seq }) => seq)).toEqual(numbersTo(kept.length));
  expect(new Set(kept.map(({ text }) => text)).size).toBe(kept.length);
  const numbers = new Map(kept.map(({ text, seq }) => [text, seq]));
  for (const [text, seq] of acknowledged) expect([text, numbers.get(text)]).toEqual([text, seq]);
  // What was on its way may be there or not; nothing else is.
  expect(kept.filter(({ text }) => !sent.has(text)).map(({ text }) => text)).toEqual(['are we still here?']);
  for (const lane of lanesOf(kept.map(({ text }) => text))) expect(lane).toEqual(numbersTo(lane.length));

  const bo = await Writer.join(server, stream.id, 'Bo');
  await bo.say('the second set');
  await room.expectOnce('the second set');
  await bo.leave();
  await room.toBeginning();
  expect(await room.texts()).toEqual([...kept.map(({ text }) => text), 'the second set']);
});

/** The numbers that each lane of each writer has counted, as they stand in the history. */
function lanesOf(texts: string[]): number[][] {
  const lanes = new Map<string, number[]>();
  for (const [, lane, n] of texts.flatMap((text) => [/^(\w+ \d)-(\d+)$/.exec(text) ?? []])) {
    if (lane !== undefined) lanes.set(lane, [...(lanes.get(lane) ?? []), Number(n)]);
  }
  return [...lanes.values()];
}
