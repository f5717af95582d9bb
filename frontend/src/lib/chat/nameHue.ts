/** Hues that people with the same name for a colour tell apart. */
const hues = 24;

/** The hue of somebody's name in degrees, the same wherever they write. */
export function nameHue(userId: string): number {
  let hash = 7;
  for (let i = 0; i < userId.length; i += 1) hash = (hash * 31 + userId.charCodeAt(i)) % 65_521;
  return (hash % hues) * (360 / hues);
}

/** Lightness and chroma (OKLCH) with which every hue holds 4.5:1 on every surface of its theme. */
export const nameShades = { dark: { l: 0.8, c: 0.1 }, light: { l: 0.46, c: 0.1 } };
