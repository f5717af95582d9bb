import { expect, test } from '@playwright/test';
import { ChatHall } from './chatHall.ts';

/** How long messages come. */
const seconds = Number(process.env['CHAT_LOAD_SECONDS'] ?? '60');
const perSecond = 100;
const everyMs = 40;
/** From here on people notice. */
const longTaskMs = 50;

test(`a chat of ${String(perSecond)} messages a second stays smooth for ${String(seconds)} s`, async ({ browser, page }) => {
  test.setTimeout((seconds + 120) * 1000);
  const hall = await ChatHall.open(page);
  await expect(page.locator('[data-seq="140"]')).toBeVisible();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const measure = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  await page.evaluate(() => {
    const seen = { frames: 0, drawings: 0, rows: 0, elements: 0 };
    Object.assign(window, { seen });
    const box = document.querySelector('[role=log]') as Element;
    let drawn = false;
    new MutationObserver(() => {
      drawn = true;
    }).observe(box, { childList: true, subtree: true });
    const frame = () => {
      seen.frames += 1;
      if (drawn) seen.drawings += 1;
      drawn = false;
      if (seen.frames % 30 === 0) {
        seen.rows = Math.max(seen.rows, box.querySelectorAll('[data-seq]').length);
        seen.elements = Math.max(seen.elements, document.querySelectorAll('*').length);
      }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  // The window is full first; from then on nothing may grow.
  const warm = 8;
  const begun = Date.now();
  let said = 0;
  let before: Record<string, number> | null = null;
  while (Date.now() - begun < (seconds + warm) * 1000) {
    const due = Math.floor(((Date.now() - begun) / 1000) * perSecond) - said;
    if (due > 0) hall.say(due, said % 7 === 0 ? { reactions: { '🔥': 5, '👏': 2 } } : {});
    said += due;
    if (!before && Date.now() - begun > warm * 1000) {
      before = await measure();
      await page.evaluate(() => Object.assign((window as unknown as { seen: object }).seen, { frames: 0, drawings: 0 }));
      await browser.startTracing(page, { categories: ['toplevel'] });
    }
    await new Promise((done) => setTimeout(done, everyMs));
  }
  const tasks = tasksOf(await browser.stopTracing());
  const after = await measure();
  const seen = await page.evaluate(() => (window as unknown as { seen: { frames: number; drawings: number; rows: number; elements: number } }).seen);
  const of = (name: string, metrics: Record<string, number> | null) => metrics?.[name] ?? Number.NaN;
  const long = tasks.filter((ms) => ms > longTaskMs).length;
  const heap = [of('JSHeapUsedSize', before), of('JSHeapUsedSize', after)].map((bytes) => bytes / 2 ** 20);
  console.log(
    [
      `${String(said)} messages; ${(seen.frames / seconds).toFixed(1)} frames and ${(seen.drawings / seconds).toFixed(1)} drawings a second`,
      `main thread: ${((tasks.reduce((sum, ms) => sum + ms, 0) / seconds) / 10).toFixed(1)} % of a processor, longest task ${(tasks[0] ?? 0).toFixed(1)} ms, over ${String(longTaskMs)} ms: ${String(long)}`,
      `rows ${String(seen.rows)}, elements ${String(seen.elements)}, nodes ${String(of('Nodes', before))} -> ${String(of('Nodes', after))}, listeners ${String(of('JSEventListeners', after))}`,
      `heap ${heap.map((mib) => mib.toFixed(1)).join(' -> ')} MiB`,
    ].join('\n'),
  );
  await expect(page.locator(`[data-seq="${String(hall.last)}"]`)).toBeInViewport();
  expect(tasks.length).toBeGreaterThan(100);
  expect(long).toBe(0);
  expect(seen.drawings / seconds).toBeLessThanOrEqual(20);
  expect(seen.rows).toBeLessThanOrEqual(525);
  expect((heap[1] ?? Infinity) - (heap[0] ?? 0)).toBeLessThan(8);
});

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  tdur?: number;
  args: { name?: string };
}

/** Milliseconds of processor time that each task of the page's main thread took, the longest first: a busy machine makes them wait, not larger. */
function tasksOf(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threads = new Map(traceEvents.filter(({ name }) => name === 'thread_name').map(({ pid, tid, args }) => [`${String(pid)}:${String(tid)}`, args.name]));
  return traceEvents
    .filter(({ name, ph, pid, tid }) => ph === 'X' && name === 'ThreadControllerImpl::RunTask' && threads.get(`${String(pid)}:${String(tid)}`) === 'CrRendererMain')
    // One that was cut off by the end of the trace has no duration.
    .flatMap(({ tdur }) => (tdur === undefined ? [] : [tdur / 1000]))
    .sort((a, b) => b - a);
}
