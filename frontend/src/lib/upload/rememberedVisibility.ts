import type { Visibility } from '@/types';

const key = 'upload.visibility';

/** What was chosen last; the first time nobody else may watch, so that nothing is shown by surprise. */
export function rememberedVisibility(): Visibility {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'public' || kept === 'unlisted' ? kept : 'private';
  } catch {
    return 'private';
  }
}

export function rememberVisibility(visibility: Visibility): void {
  try {
    localStorage.setItem(key, visibility);
  } catch {
    // Storage may be forbidden; then the next upload begins private.
  }
}
