import type { ChatProblem } from '@/types';

const usualSeconds = 2;
/** Asking soon again does not help these. */
const lasting = new Set(['not_found', 'too_many_streams']);
const lastingSeconds = 30;

/** Milliseconds until a room that did not answer is asked again; spread, so that not everybody asks at once. */
export function rejoinDelay({ code, retryAfter }: ChatProblem, random: number): number {
  const seconds = retryAfter ?? (lasting.has(code) ? lastingSeconds : usualSeconds);
  return Math.round(seconds * 1000 * (1 + random / 2));
}
