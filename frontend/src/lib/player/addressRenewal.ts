const marginMs = 60_000;
/** `setTimeout` counts in 32 bits. */
const longestMs = 2_147_000_000;

/** Milliseconds until a signed address should be renewed: a minute before it ends, or halfway for short-lived ones; null for never. */
export function renewalDelay(expiresAt: string | null, nowMs: number): number | null {
  if (expiresAt === null) return null;
  const lifeMs = new Date(expiresAt).getTime() - nowMs;
  return Math.min(longestMs, Math.max(5_000, lifeMs - marginMs, lifeMs > marginMs ? 0 : lifeMs / 2));
}
