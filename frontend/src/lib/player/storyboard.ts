/** One still of a sprite: shown for times in `[start, end)`. */
export interface Still {
  start: number;
  end: number;
  url: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A sprite never has more stills than that; a longer file is cut. */
const mostStills = 5000;

/** Reads a WebVTT whose cues are `sprite.jpg#xywh=x,y,w,h`, relative to the file's own address. */
export function parseStoryboard(text: string, address: string): Still[] {
  const base = new URL(address, window.location.href);
  const lines = text.split(/\r?\n/);
  const stills: Still[] = [];
  for (let i = 0; i < lines.length && stills.length < mostStills; i += 1) {
    const times = /^([\d:.]+)\s+-->\s+([\d:.]+)/.exec(lines[i] ?? '');
    const target = /^(.*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)\s*$/.exec(lines[i + 1] ?? '');
    if (!times || !target) continue;
    const [, file = '', x, y, width, height] = target;
    stills.push({
      start: secondsOf(times[1] ?? ''), end: secondsOf(times[2] ?? ''), url: new URL(file, base).href,
      x: Number(x), y: Number(y), width: Number(width), height: Number(height),
    });
  }
  return stills;
}

export function stillAt(stills: readonly Still[], seconds: number): Still | null {
  let low = 0;
  let high = stills.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stills[middle]?.start ?? Infinity) <= seconds) low = middle;
    else high = middle - 1;
  }
  return stills[low] ?? null;
}

export async function loadStoryboard(address: string, signal?: AbortSignal): Promise<Still[]> {
  const response = await fetch(address, { credentials: 'same-origin', ...(signal && { signal }) });
  if (!response.ok) throw new Error(`The storyboard answered ${response.status}.`);
  return parseStoryboard(await response.text(), response.url || address);
}

function secondsOf(clock: string): number {
  return clock.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
