export interface Point {
  /** Seconds, growing. */
  at: number;
  value: number;
}

export interface GraphShape {
  /** For `d` of a path, in the unit box given. */
  line: string;
  area: string;
}

/** A line over points, and the area below it. A hole longer than `gapSeconds` is left open. */
export function shapeOf(points: readonly Point[], from: number, to: number, top: number, width: number, height: number, gapSeconds: number): GraphShape {
  const x = (at: number) => round(((at - from) / Math.max(1e-9, to - from)) * width);
  const y = (value: number) => round(height - (Math.max(0, value) / Math.max(1e-9, top)) * height);
  const runs = runsOf(points.filter(({ at }) => at >= from && at <= to), gapSeconds);
  const lineOf = (run: readonly Point[]) => run.map(({ at, value }, i) => `${i === 0 ? 'M' : 'L'}${x(at)} ${y(value)}`).join('');
  const areaOf = (run: readonly Point[]) => `${lineOf(run)}L${x(run.at(-1)?.at ?? 0)} ${height}L${x(run[0]?.at ?? 0)} ${height}Z`;
  return { line: runs.map(lineOf).join(''), area: runs.map(areaOf).join('') };
}

function runsOf(points: readonly Point[], gapSeconds: number): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before && point.at - before.at <= gapSeconds) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

/** The next round number at or above, so that the line has its room and the edge can be read. */
export function roundTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((n) => n * power >= value * 0.999_999) ?? 10;
  return step * power;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
