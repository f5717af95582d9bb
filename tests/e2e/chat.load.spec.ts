import { expect, test } from '@playwright/test';
import { ChatHall } from './chatHall.ts';

/** How long messages come: an hour needs no more of the page than a minute. */
const seconds = Number(process.env['CHAT_LOAD_SECONDS'] ?? '25');
/** The trace of an hour would not fit: its first and its last seconds are looked at task by task. */
const tracedSeconds = Math.min(seconds, 60);
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
    const seen = { frames: 0, drawings: 0, rows: 0, elements: 0, stalls: 0 };
    Object.assign(window, { seen });
    // Wall time, so a busy machine makes some, too.
    new PerformanceObserver((list) => {
      seen.stalls += list.getEntries().length;
    }).observe({ type: 'longtask' });
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
  const sayFor = async (lasting: number) => {
    const begun = Date.now();
    let said = 0;
    while (Date.now() - begun < lasting * 1000) {
      const due = Math.floor(((Date.now() - begun) / 1000) * perSecond) - said;
      if (due > 0) hall.say(due, said % 7 === 0 ? { reactions: { '🔥': 5, '👏': 2 } } : {});
      said += due;
      await new Promise((done) => setTimeout(done, everyMs));
    }
  };
  const sayTraced = async () => {
    await browser.startTracing(page, { categories: ['toplevel'] });
    await sayFor(tracedSeconds);
    return tasksOf(await browser.stopTracing());
  };

  // The window is full first; from then on nothing may grow.
  await sayFor(5);
  const before = await measure();
  await page.evaluate(() => Object.assign((window as unknown as { seen: object }).seen, { frames: 0, drawings: 0, stalls: 0 }));
  const from = hall.last;
  const traces = [await sayTraced()];
  if (seconds > 2 * tracedSeconds) await sayFor(seconds - 2 * tracedSeconds);
  if (seconds > tracedSeconds) traces.push(await sayTraced());
  const after = await measure();
  const seen = await page.evaluate(() => (window as unknown as { seen: Record<'frames' | 'drawings' | 'rows' | 'elements' | 'stalls', number> }).seen);
  const of = (name: string, metrics: Record<string, number>) => metrics[name] ?? Number.NaN;
  const heap = [of('JSHeapUsedSize', before), of('JSHeapUsedSize', after)].map((bytes) => bytes / 2 ** 20);
  console.log(
    [
      `${String(hall.last - from)} messages; ${(seen.frames / seconds).toFixed(1)} frames and ${(seen.drawings / seconds).toFixed(1)} drawings a second`,
      ...traces.map((tasks) => `main thread: ${((tasks.reduce((sum, ms) => sum + ms, 0) / tracedSeconds) / 10).toFixed(1)} % of a processor, longest task ${(tasks[0] ?? 0).toFixed(1)} ms`),
      `tasks of over ${String(longTaskMs)} ms of wall time: ${String(seen.stalls)}`,
      `rows ${String(seen.rows)}, elements ${String(seen.elements)}, nodes ${String(of('Nodes', before))} -> ${String(of('Nodes', after))}, listeners ${String(of('JSEventListeners', after))}`,
      `heap ${heap.map((mib) => mib.toFixed(1)).join(' -> ')} MiB`,
    ].join('\n'),
  );
  await expect(page.locator(`[data-seq="${String(hall.last)}"]`)).toBeInViewport();
  for (const tasks of traces) {
    expect(tasks.length).toBeGreaterThan(100);
    expect(tasks.filter((ms) => ms > longTaskMs)).toEqual([]);
  }

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
