import type { ChatSpan, ReplayPage } from '@/lib/api/chatHistory';
import { Store } from '@/lib/store';
import type { ReplayMessage } from '@/types';

export interface TimedChatPorts {
  load: (span: ChatSpan) => Promise<ReplayPage>;
  /** Up to this second nothing new is said any more; Infinity for a recording. */
  settledTo: () => number;
  /** Milliseconds. */
  now: () => number;
}

export interface TimedChatView {
  /** What had been said by then, the newest at the end. */
  messages: readonly ReplayMessage[];
  state: 'loading' | 'ready' | 'failed';
}

/** What is fetched at a time, and how far ahead of the picture, in seconds. */
const span = 60;
const ahead = 30;
/** Shown before the place that somebody jumps to, in seconds; less in a busy chat. */
const before = 60;
/** Fewer seconds than this are not worth a request. */
const leastSpan = 3;
/** A jump within what is loaded, or so much further, goes on loading; one beyond it begins there. */
const slack = 5;
/** Messages that are kept. Overflow policy: those longest gone by are forgotten, and fetched again when somebody goes back to them. */
export const mostKept = 3_000;
/** Messages that are shown. Overflow policy: the oldest are not. */
export const mostShown = 150;
const retryMs = 5_000;

/**
 * Chat that follows a picture: the messages that had been written when it was taken. It keeps one stretch around the place that is
 * watched, fetches ahead of it, and begins anew where somebody jumps to. All times in seconds, of whatever clock the source has.
 */
export class TimedChat extends Store<TimedChatView> {
  readonly #ports: TimedChatPorts;
  #items: ReplayMessage[] = [];
  #place: number | null = null;
  /** What is kept covers these seconds. */
  #from = 0;
  #to = 0;
  /** The span that is being read page by page. */
  #open: { from: number; until: number; after: number | null } | null = null;
  #loading = false;
  #failedAt: number | null = null;
  /** The first page after a jump tells how busy the chat was there. */
  #jumped = false;
  #generation = 0;

  constructor(ports: TimedChatPorts) {
    super({ messages: [], state: 'loading' });
    this.#ports = ports;
  }

  /** The picture is at this second now. */
  at(place: number): void {
    const goesOn = this.#place !== null && Math.abs(place - this.#place) <= slack && place - this.#to <= before + slack;
    this.#place = place;
    if (place < this.#from || (place > this.#to + slack && !goesOn)) this.#jump(place - before);
    this.#fetch();
    this.#draw();
  }

  retry(): void {
    this.#failedAt = null;
    this.#fetch();
    this.#draw();
  }

  #jump(from: number, measured = false): void {
    this.#generation += 1;
    this.#items = [];
    this.#from = Math.max(0, from);
    this.#to = this.#from;
    this.#open = null;
    this.#loading = false;
    this.#failedAt = null;
    this.#jumped = !measured;
  }

  #fetch(): void {
    if (this.#loading || this.#place === null || this.#to >= this.#place + ahead) return;
    if (this.#failedAt !== null && this.#ports.now() - this.#failedAt < retryMs) return;
    if (!this.#open) {
      const until = Math.min(Math.max(this.#to, this.#place) + span, this.#ports.settledTo());
      if (until - this.#to < leastSpan) return;
      this.#open = { from: this.#to, until, after: null };
    }
    this.#loading = true;
    void this.#load(this.#open, this.#generation);
  }

  async #load(asked: ChatSpan, generation: number): Promise<void> {
    try {
      const page = await this.#ports.load(asked);
      if (generation !== this.#generation) return;
      this.#failedAt = null;
      this.#took(asked, page);
    } catch {
      if (generation !== this.#generation) return;
      this.#failedAt = this.#ports.now();
    }
    this.#loading = false;
    this.#fetch();
    this.#draw();
  }

  #took(asked: ChatSpan, { items, next }: ReplayPage): void {
    const place = this.#place ?? 0;
    const last = items.at(-1)?.at ?? asked.until;
    const measures = this.#jumped && next !== null;
    this.#jumped = false;
    if (measures && last < place - slack) {
      // A page is more than is shown: so much of it is enough before the place.
      this.#jump(place - Math.max(1, (last - asked.from) * 0.75), true);
      return;
    }
    const known = this.#items.at(-1)?.seq ?? -Infinity;
    this.#items.push(...items.filter(({ seq }) => seq > known));
    this.#to = next === null ? asked.until : Math.max(this.#to, last);
    this.#open = next === null ? null : { ...asked, after: next };
    this.#forget(place);
  }

  #forget(place: number): void {
    const surplus = this.#items.length - mostKept;
    if (surplus <= 0) return;
    // What is shown, or will be, is not forgotten.
    const shown = Math.max(0, this.#countUntil(place) - mostShown);
    this.#items = this.#items.slice(Math.min(surplus, shown));
    this.#from = Math.min(place, this.#items[0]?.at ?? place);
  }

  #draw(): void {
    const { messages, state } = this.getSnapshot();
    const end = this.#countUntil(this.#place ?? 0);
    const first = Math.max(0, end - mostShown);
    const covered = this.#place !== null && (this.#to >= this.#place || this.#ports.settledTo() - this.#to < leastSpan);
    const next = this.#failedAt !== null && !covered ? 'failed' : covered ? 'ready' : 'loading';
    const same = messages.length === end - first && messages[0] === this.#items[first] && messages.at(-1) === this.#items[end - 1];
    if (same && state === next) return;
    this.set({ messages: same ? messages : this.#items.slice(first, end), state: next });
  }

  /** How many of the kept ones had been written by then. */
  #countUntil(second: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#items[middle]?.at ?? Infinity) <= second) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
