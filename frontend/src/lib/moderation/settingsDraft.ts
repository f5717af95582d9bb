import type { ChatSettings } from '@/types';

/**
 * What somebody has changed in the form and not saved yet, over settings that others may change meanwhile: saving writes
 * the newest settings with these changes in them, not the form as it was opened.
 */
export interface SettingsDraft {
  fields: Partial<Omit<ChatSettings, 'blockedTerms'>>;
  added: readonly string[];
  removed: readonly string[];
}

export const noChanges: SettingsDraft = { fields: {}, added: [], removed: [] };

/** The settings as the form shows them. */
export function withDraft(settings: ChatSettings, { fields, added, removed }: SettingsDraft): ChatSettings {
  const kept = settings.blockedTerms.filter((term) => !removed.includes(term));
  return { ...settings, ...fields, blockedTerms: [...kept, ...added.filter((term) => !kept.some((one) => sameTerm(one, term)))] };
}

export function isChanged(settings: ChatSettings, draft: SettingsDraft): boolean {
  const next = withDraft(settings, draft);
  return (
    next.slowModeSeconds !== settings.slowModeSeconds || next.hold !== settings.hold || next.ifFilterFails !== settings.ifFilterFails ||
    next.closed !== settings.closed || next.blockedTerms.join('\n') !== settings.blockedTerms.join('\n')
  );
}

export const mostTerms = 200;
export const longestTerm = 50;
export const mostSlowModeSeconds = 120;

/** Case does not tell blocked terms apart. */
export function sameTerm(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export interface TermsReading {
  terms: string[];
  /** Why the rest was left out, as a sentence. */
  problem: string | null;
}

/** Reads terms as they are typed or pasted: one a line, or parted by commas or semicolons. */
export function readTerms(text: string, known: readonly string[]): TermsReading {
  const typed = text.split(/[\n\r,;\t]+/).map((term) => term.replace(/\s+/g, ' ').trim()).filter((term) => term !== '');
  const long = typed.filter((term) => Array.from(term).length > longestTerm);
  const terms: string[] = [];
  for (const term of typed) {
    if (!long.includes(term) && ![...known, ...terms].some((one) => sameTerm(one, term))) terms.push(term);
  }
  const room = Math.max(0, mostTerms - known.length);
  const over = terms.length - room;
  return { terms: terms.slice(0, room), problem: problemOf(long, over, typed.length > 0 && terms.length === 0) };
}

function problemOf(long: string[], over: number, nothingNew: boolean): string | null {
  const sentences = [
    ...(long.length > 0 ? [`A term has at most ${longestTerm} characters; ${count(long.length, 'longer one')} left out.`] : []),
    ...(over > 0 ? [`At most ${mostTerms} terms can be blocked; ${count(over, 'term')} left out.`] : []),
    ...(nothingNew && long.length === 0 ? ['It is in the list already.'] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : null;
}

function count(n: number, what: string): string {
  return n === 1 ? `1 ${what} was` : `${n} ${what}s were`;
}

/** Whole seconds of slow mode, or null for what is none. */
export function readSlowMode(text: string): number | null {
  const seconds = Number(text);
  return text.trim() !== '' && Number.isInteger(seconds) && seconds >= 0 && seconds <= mostSlowModeSeconds ? seconds : null;
}
