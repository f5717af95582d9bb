/** Bits a second for H.264 or VP8 at up to 30 frames a second, by lines; what Twitch and YouTube advise, less a little for upload. */
const rungs: readonly (readonly [lines: number, bitsPerSecond: number])[] = [
  [360, 800_000],
  [480, 1_200_000],
  [720, 2_500_000],
  [1080, 4_500_000],
  [1440, 8_000_000],
];
const most = 12_000_000;
const least = 300_000;
const fastFactor = 1.5;

export const soundBitsPerSecond = 128_000;

export interface PictureSize {
  width: number;
  height: number;
  frameRate: number;
}

/** How many bits a second a picture deserves. Portrait pictures count by their shorter side. */
export function bitrateFor({ width, height, frameRate }: PictureSize): number {
  const lines = Math.min(width, height);
  const base = rungs.find(([upTo]) => lines <= upTo)?.[1] ?? most;
  return Math.min(most, Math.round(frameRate > 35 ? base * fastFactor : base));
}

/** What to try after a network could not carry `bitsPerSecond`. */
export function lowerBitrate(bitsPerSecond: number): number {
  return Math.max(least, Math.round(bitsPerSecond * 0.6));
}

/** Most bytes that may be queued: three seconds of what the recorder is asked for, but never so little that a keyframe fills it. */
export function queueLimit(videoBitsPerSecond: number): number {
  return Math.max(512 * 1024, Math.round(((videoBitsPerSecond + soundBitsPerSecond) / 8) * 3));
}
