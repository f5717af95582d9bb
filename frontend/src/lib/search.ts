import type { VideoStatus } from '@/types';

/** What an address may say is never trusted: anything else than expected is left out. */
type Raw = Record<string, unknown>;

const statuses: readonly unknown[] = ['uploading', 'processing', 'ready', 'failed'];

export interface ListSearch {
  q?: string;
  mine?: true;
}

export interface VideoSearch extends ListSearch {
  status?: VideoStatus;
}

export function readListSearch({ q, mine }: Raw): ListSearch {
  const text = typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 200) : '';
  return { ...(text !== '' && { q: text }), ...(mine === true && { mine: true as const }) };
}

export function readVideoSearch(raw: Raw): VideoSearch {
  const { status } = raw;
  return { ...readListSearch(raw), ...(statuses.includes(status) && { status: status as VideoStatus }) };
}

/** Only a path of this site; an address elsewhere would let a link lead people away after signing in. */
export function readNext({ next }: Raw): { next?: string | undefined } {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}

export function readText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
