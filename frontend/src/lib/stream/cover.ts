export const coverTypes = ['image/jpeg', 'image/png', 'image/webp'];
const mostBytes = 8 * 1024 * 1024;

/** Why a file is no cover, in a sentence; null when it is. */
export function refuseCover({ type, size }: Pick<File, 'type' | 'size'>): string | null {
  if (!coverTypes.includes(type)) return 'The cover must be a JPEG, PNG or WebP picture.';
  if (size > mostBytes) return 'The cover may have 8 MB at most.';
  return size === 0 ? 'This file is empty.' : null;
}
