// node latency.mjs SETTLE SECONDS URL...: watches the same clock on all pages side by side and prints one line of JSON:
// for each page the ages of what it showed, in milliseconds, and how many pictures could not be read.
import { launch } from './chromium.mjs';
import { watchClock } from './clock.mjs';

const [settle, seconds, ...urls] = process.argv.slice(2);
const every = 100;

const browser = await launch();
try {
  const pages = await Promise.all(
    urls.map(async (url) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      const page = await context.newPage();
      await page.goto(url);
      await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5, undefined, { timeout: 60_000 });
      return page;
    }),
  );
  await new Promise((done) => setTimeout(done, Number(settle) * 1000));
  console.log(JSON.stringify(await Promise.all(pages.map((page) => page.evaluate(watchClock, { seconds: Number(seconds), every })))));
} finally {
  await browser.close();
}
