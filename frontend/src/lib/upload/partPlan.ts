import type { UploadedPart } from '@/types';

export interface PartRange {
  /** From 1. */
  number: number;
  start: number;
  /** Exclusive. */
  end: number;
}

export function planParts(size: number, partSize: number): PartRange[] {
  if (!(partSize > 0)) throw new RangeError('The part size must be positive.');
  const count = Math.max(1, Math.ceil(size / partSize));
  return Array.from({ length: count }, (_, i) => ({
    number: i + 1,
    start: i * partSize,
    end: Math.min(size, (i + 1) * partSize),
  }));
}

/** Splits a plan into what the store already holds whole and what is still to be sent. */
export function divide(plan: PartRange[], arrived: UploadedPart[]): { kept: UploadedPart[]; missing: PartRange[] } {
  const byNumber = new Map(arrived.map((part) => [part.number, part]));
  const kept: UploadedPart[] = [];
  const missing: PartRange[] = [];
  for (const range of plan) {
    const part = byNumber.get(range.number);
    if (part?.size === range.end - range.start) kept.push(part);
    else missing.push(range);
  }
  return { kept, missing };
}
