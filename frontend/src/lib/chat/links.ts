export interface TextPart {
  text: string;
  /** Where it leads; null for plain text. */
  href: string | null;
}

const address = /\bhttps?:\/\/[^\s<>"']+/giu;
/** What ends a sentence is not part of an address. */
const trailing = /[.,;:!?)\]}…]+$/u;

/** Cuts a text into plain parts and web addresses. An address is shown as it is, so that it leads where it says. */
export function partsOf(text: string): TextPart[] {
  if (!text.includes('://')) return [{ text, href: null }];
  const parts: TextPart[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = found.replace(trailing, '');
    if (!isWebAddress(link)) continue;
    if (index > from) parts.push({ text: text.slice(from, index), href: null });
    parts.push({ text: link, href: link });
    from = index + link.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null });
  return parts;
}

/** Not one that hides its host behind a name and password. */
function isWebAddress(link: string): boolean {
  if (!URL.canParse(link)) return false;
  const { hostname, username, password } = new URL(link);
  return hostname.includes('.') && username === '' && password === '';
}
