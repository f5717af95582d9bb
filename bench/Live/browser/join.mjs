// node join.mjs TIMES URL: opens the page so often, each time as a visitor who has been on the site before, and prints one line of JSON:
// milliseconds from the navigation to the first decoded frame.
import { launch } from './chromium.mjs';

const [times, url] = process.argv.slice(2);

/** Runs in the page, before anything of its own. */
function noteFirstFrame() {
  globalThis.firstFrame = new Promise((done) => {
    const look = () => {
      const video = document.querySelector('video');
      if (video === null) requestAnimationFrame(look);
      else video.requestVideoFrameCallback((now) => done(now));
    };
    look();
  });
}

const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  await context.addInitScript(noteFirstFrame);
  const joins = [];
  for (let i = 0; i <= Number(times); i++) {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'commit' });
    const joined = await page.evaluate(() => globalThis.firstFrame);
    // The first visit fetches the pages themselves.
    if (i > 0) joins.push(joined);
    await page.close();
  }
  console.log(JSON.stringify(joins));
} finally {
  await browser.close();
}
