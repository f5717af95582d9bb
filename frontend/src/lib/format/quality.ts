const usual = [144, 240, 360, 480, 720, 1080, 1440, 2160, 4320];

/** The number people know a picture size by: 1080 for 1920×1080, for 1920×804 and for 1080×1920. */
export function nominalHeight(width: number, height: number): number {
  const lines = Math.round(Math.max(Math.min(width, height), (Math.max(width, height) * 9) / 16));
  return usual.find((known) => Math.abs(known - lines) <= known * 0.03) ?? lines;
}
