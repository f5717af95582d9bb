/** Encoder, packaging and way take no longer than that; what looks like more is two clocks that differ. */
const mostBeyondEdge = 10;
const tolerance = 0.3;

/**
 * Seconds between the moment and its picture: by the dates in the playlist where the clocks of the two sides agree,
 * otherwise the distance from the edge, which leaves out what happened before the playlist was written.
 */
export function latencyOf(behind: number, shownAt: number | null, now: number): number {
  if (shownAt === null) return behind;
  const dated = (now - shownAt) / 1000;
  return dated >= behind - tolerance && dated <= behind + mostBeyondEdge ? Math.max(0, dated) : behind;
}
