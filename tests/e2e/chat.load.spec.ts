import { expect, test } from '@playwright/test';
import { ChatHall } from './chatHall.ts';

/** How long messages come. */
const seconds = Number(process.env['CHAT_LOAD_SECONDS'] ?? '60');
const perSecond = 100;
const everyMs = 40;

test(`a chat of ${String(perSecond)} messages a second stays smooth for ${String(seconds)} s`, async ({ page }) => {
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
    const seen = { tasks: [] as number[], frames: 0, drawings: 0, rows: 0, elements: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(Math.round(duration));
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
      await page.evaluate(() => Object.assign((window as unknown as { seen: object }).seen, { tasks: [], frames: 0, drawings: 0 }));
    }
    await new Promise((done) => setTimeout(done, everyMs));
  }
  const after = await measure();
  const seen = await page.evaluate(() => (window as unknown as { seen: { tasks: number[]; frames: number; drawings: number; rows: number; elements: number } }).seen);
  const of = (name: string, metrics: Record<string, number> | null) => metrics?.[name] ?? Number.NaN;
  const spent = (name: string) => ((of(name, after) - of(name, before)) / seconds) * 100;
  const heap = [of('JSHeapUsedSize', before), of('JSHeapUsedSize', after)].map((bytes) => bytes / 2 ** 20);
  console.log(
    [
      `${String(said)} messages; ${(seen.frames / seconds).toFixed(1)} frames and ${(seen.drawings / seconds).toFixed(1)} drawings a second`,
      `long tasks: ${String(seen.tasks.length)}, longest ${String(Math.max(0, ...seen.tasks))} ms, together ${String(seen.tasks.reduce((a, b) => a + b, 0))} ms`,
      `rows ${String(seen.rows)}, elements ${String(seen.elements)}, nodes ${String(of('Nodes', before))} -> ${String(of('Nodes', after))}, listeners ${String(of('JSEventListeners', after))}`,
      `heap ${heap.map((mib) => mib.toFixed(1)).join(' -> ')} MiB`,
      `main thread: script ${spent('ScriptDuration').toFixed(1)} %, layout ${spent('LayoutDuration').toFixed(1)} %, style ${spent('RecalcStyleDuration').toFixed(1)} %; processor time of all its work ${spent('ThreadTime').toFixed(1)} %`,
    ].join('\n'),
  );
  await expect(page.locator(`[data-seq="${String(hall.last)}"]`)).toBeInViewport();
  expect(seen.drawings / seconds).toBeLessThanOrEqual(20);
  expect(seen.rows).toBeLessThanOrEqual(525);
  expect((heap[1] ?? Infinity) - (heap[0] ?? 0)).toBeLessThan(8);
});
