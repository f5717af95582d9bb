/**
 * Runs in the page. Looks at what the first video element shows, every so many milliseconds, and answers how old each picture was.
 * @param {{ seconds: number, every: number }} wanted
 * @returns {Promise<{ ages: number[], unreadable: number }>} ages in milliseconds
 */
export function watchClock({ seconds, every }) {
  // As ClockFrame draws it.
  const [width, height, bits, barHeight] = [640, 360, 32, 60];
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const ages = [];
  let unreadable = 0;

  function look() {
    const video = document.querySelector('video');
    context.drawImage(video, 0, 0, width, height);
    const now = Date.now();
    const bars = (row) => {
      const { data } = context.getImageData(0, barHeight * row + barHeight / 2, width, 1);
      let value = 0;
      for (let bit = 0; bit < bits; bit++) value = value * 2 + (data[((bit + 0.5) * (width / bits) * 4) & ~3] > 127 ? 1 : 0);
      return value;
    };
    const time = bars(0);
    if ((~time >>> 0) !== bars(1)) unreadable += 1;
    else ages.push((now - time) >>> 0);
  }

  return new Promise((done) => {
    const timer = setInterval(look, every);
    setTimeout(() => {
      clearInterval(timer);
      done({ ages, unreadable });
    }, seconds * 1000);
  });
}
