import type { CSSProperties } from 'react';
import { nameHue, nameShades } from '@/lib/chat/nameHue';

const { dark, light } = nameShades;
const shades = { '--name-dark': `${dark.l} ${dark.c}`, '--name-light': `${light.l} ${light.c}` };

/** A name in the colour of its account. */
export function AuthorName({ userId, name }: { userId: string; name: string }) {
  const style = { ...shades, '--hue': nameHue(userId) } as CSSProperties;
  return (
    <span style={style} className="font-semibold break-words text-[oklch(var(--name-light)_var(--hue))] dark:text-[oklch(var(--name-dark)_var(--hue))]">
      {name}
    </span>
  );
}
