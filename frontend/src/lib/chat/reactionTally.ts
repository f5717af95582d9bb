/** What has been sent counts half after so long. */
const halfLifeMs = 6_000;
/** Emojis that float at one time. Overflow policy: further ones are only counted. */
const mostFloating = 16;
/** One batch lets so many of one kind float. */
const mostOfABatch = 4;
export const floatMs = 2_400;

export interface FloatingEmoji {
  id: number;
  emoji: string;
  /** Where it begins, from 0 (left) to 1. */
  place: number;
  endsAt: number;
}

export interface ReactionView {
  /** How much each was sent lately, in whole numbers; what has faded is left out. */
  counts: Readonly<Record<string, number>>;
  floating: readonly FloatingEmoji[];
}

export const noReactions: ReactionView = { counts: {}, floating: [] };

/** Sums of reactions that fade, and the emojis that float for a moment. */
export class ReactionTally {
  #sums = new Map<string, { value: number; at: number }>();
  #floating: FloatingEmoji[] = [];
  /** The reader's own, shown before the server's sum that has them. */
  #own = new Map<string, number>();
  #id = 0;
  readonly #random: () => number;

  constructor(random: () => number) {
    this.#random = random;
  }

  add(reactions: Readonly<Record<string, number>>, now: number): void {
    for (const [emoji, sent] of Object.entries(reactions)) {
      const own = Math.min(sent, this.#own.get(emoji) ?? 0);
      this.#own.set(emoji, (this.#own.get(emoji) ?? 0) - own);
      this.#count(emoji, sent - own, now);
    }
  }

  addOwn(emoji: string, now: number): void {
    this.#own.set(emoji, (this.#own.get(emoji) ?? 0) + 1);
    this.#count(emoji, 1, now);
  }

  /** It was not taken, so it will be in no sum. */
  dropOwn(emoji: string): void {
    this.#own.set(emoji, Math.max(0, (this.#own.get(emoji) ?? 0) - 1));
  }

  /** Sums that were on their way when the connection broke do not come any more. */
  forgetOwn(): void {
    this.#own.clear();
  }

  view(now: number): ReactionView {
    this.#floating = this.#floating.filter(({ endsAt }) => endsAt > now);
    const counts: Record<string, number> = {};
    for (const [emoji, sum] of this.#sums) {
      const value = faded(sum, now);
      if (value < 0.5) this.#sums.delete(emoji);
      else counts[emoji] = Math.round(value);
    }
    return Object.keys(counts).length === 0 && this.#floating.length === 0 ? noReactions : { counts, floating: [...this.#floating] };
  }

  #count(emoji: string, sent: number, now: number): void {
    if (sent <= 0) return;
    const sum = this.#sums.get(emoji);
    this.#sums.set(emoji, { value: (sum ? faded(sum, now) : 0) + sent, at: now });
    const room = mostFloating - this.#floating.length;
    for (let i = 0; i < Math.min(sent, mostOfABatch, room); i += 1) {
      this.#floating.push({ id: (this.#id += 1), emoji, place: this.#random(), endsAt: now + floatMs });
    }
  }
}

function faded({ value, at }: { value: number; at: number }, now: number): number {
  return value * 0.5 ** ((now - at) / halfLifeMs);
}
