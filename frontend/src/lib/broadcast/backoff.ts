const firstMs = 500;
const longestMs = 8_000;

/** How long an encoder may be gone before the server ends the session. */
export const graceMs = 60_000;

/** The pause before attempt `attempt` (1 for the first), half of it random so that many do not come back together. */
export function pauseMs(attempt: number, random: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return Math.round(full / 2 + (full / 2) * random);
}
