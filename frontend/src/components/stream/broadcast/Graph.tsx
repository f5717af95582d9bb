import { roundTop, shapeOf, type Point } from './graph';

interface GraphProps {
  title: string;
  points: readonly Point[];
  from: number;
  to: number;
  gapSeconds: number;
  format: (value: number) => string;
  /** What stands below the left and the right end. */
  ends: readonly [string, string];
  /** The smallest value at the top, so that little does not look like much. */
  least?: number;
}

const width = 300;
const height = 72;

/** A small line graph. What it shows is told in words as well. */
export function Graph({ title, points, from, to, gapSeconds, format, ends, least = 1 }: GraphProps) {
  const values = points.map(({ value }) => value);
  const top = roundTop(Math.max(least, ...values));
  const { line, area } = shapeOf(points, from, to, top, width, height, gapSeconds);
  const last = values.at(-1);
  const words =
    last === undefined
      ? `${title}: nothing measured yet.`
      : `${title}: ${format(last)} at the end, between ${format(Math.min(...values))} and ${format(Math.max(...values))}, from ${ends[0]} to ${ends[1]}.`;
  return (
    <figure className="min-w-0">
      <figcaption className="mb-1 flex items-baseline justify-between gap-3 text-sm">
        <span className="text-soft">{title}</span>
        <span className="text-xs text-faint tabular-nums" aria-hidden="true">
          {format(top)}
        </span>
      </figcaption>
      <svg role="img" aria-label={words} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className="h-18 w-full overflow-visible border-y border-line text-accent">
        <path d={area} fill="currentColor" fillOpacity={0.14} />
        <path d={line} fill="none" stroke="currentColor" strokeWidth={2} strokeLinejoin="round" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
      </svg>
      <div aria-hidden="true" className="mt-1 flex justify-between text-xs text-faint">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </figure>
  );
}
