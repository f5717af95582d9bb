import type { ChatMessage } from '@/types';

/** Speech is slower than chat: one sentence in so many milliseconds at most. */
const everyMs = 5_000;
const longestQuote = 120;

/** Tells screen readers what came, without flooding them: what comes meanwhile is summed up. */
export class Announcer {
  readonly #say: (sentence: string) => void;
  readonly #later: (ms: number, act: () => void) => () => void;
  #count = 0;
  #newest: ChatMessage | null = null;
  #cancel: (() => void) | null = null;

  constructor(say: (sentence: string) => void, later: (ms: number, act: () => void) => () => void) {
    this.#say = say;
    this.#later = later;
  }

  came(messages: readonly ChatMessage[]): void {
    this.#count += messages.length;
    this.#newest = messages.at(-1) ?? this.#newest;
    if (!this.#cancel) this.#tell();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #tell(): void {
    this.#cancel = null;
    if (this.#count === 0 || !this.#newest) return;
    this.#say(newsSentence(this.#count, this.#newest));
    this.#count = 0;
    this.#cancel = this.#later(everyMs, () => this.#tell());
  }
}

export function newsSentence(count: number, { userName, text }: Pick<ChatMessage, 'userName' | 'text'>): string {
  const quote = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
  return count === 1 ? `${userName}: ${quote}` : `${count} new messages; last from ${userName}: ${quote}`;
}
