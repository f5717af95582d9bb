/** Code points of a message at most; the server has the same limit. */
export const mostCharacters = 500;

/** One line, as the server folds it. */
export function foldLines(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Characters as the server counts them: code points. */
export function lengthOf(text: string): number {
  return Array.from(foldLines(text)).length;
}
