import type { ChatMessage, ChatRefusal, ChatSendAnswer } from '@/types';
import { foldLines } from './draft';
import type { OutgoingMessage } from './outgoing';

/** Messages that wait, are on their way or were refused. Overflow policy: no further one is taken; it stays in the text field. */
export const mostUnsent = 5;
/** Messages that wait for a moderator and are shown. Overflow policy: the oldest is not shown any more. */
const mostHeld = 3;
/** What could not be sent for so long is not sent unasked any more. */
const staleMs = 60_000;

export interface OutboxPorts {
  now: () => number;
  newId: () => string;
  /** Rejects when the connection broke before the answer, and when the server refused the call itself. */
  send: (clientId: string, text: string) => Promise<ChatSendAnswer>;
  codeOf: (error: unknown) => string;
  /** Something here has changed; `answered` when a message was decided on. */
  changed: (answered: ChatSendAnswer | null) => void;
}

interface Entry extends OutgoingMessage {
  /** How often it was on its way when the connection broke. */
  broken: number;
  /** Its number, once it is known; it is shown here until that number has come. */
  seq: number | null;
  /** One of the reader's messages with this text has come, whose answer has not. */
  shownAs: number | null;
}

/** The reader's own messages on their way: one at a time, in order, each with an id by which the server knows it again. */
export class Outbox {
  readonly #ports: OutboxPorts;
  #entries: Entry[] = [];
  #shown: readonly OutgoingMessage[] = [];
  #open = false;
  /** How far the room has come. */
  #last = 0;
  /** Answers of an earlier connection, or of what was forgotten, count no more. */
  #generation = 0;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  get shown(): readonly OutgoingMessage[] {
    return this.#shown;
  }

  get isFull(): boolean {
    return this.#entries.filter(({ state }) => state !== 'held' && state !== 'sent').length >= mostUnsent;
  }

  /** False when there are too many already, or there is nothing to send. */
  add(text: string): boolean {
    const folded = foldLines(text);
    if (folded === '' || this.isFull) return false;
    const { newId, now } = this.#ports;
    this.#entries.push({ clientId: newId(), text: folded, at: now(), state: 'waiting', refusal: null, broken: 0, seq: null, shownAs: null });
    this.#changed();
    this.#next();
    return true;
  }

  /** Sends a refused message again, under the same id: if it arrived after all, it is not there twice. */
  retry(clientId: string): void {
    const entry = this.#find(clientId);
    if (entry?.state !== 'refused') return;
    this.#patch(entry, { state: 'waiting', refusal: null, broken: 0, at: this.#ports.now() });
    this.#next();
  }

  /** Takes a refused or held message out, and answers its text. */
  discard(clientId: string): string | null {
    const entry = this.#find(clientId);
    if (!entry || (entry.state !== 'refused' && entry.state !== 'held')) return null;
    this.#entries = this.#entries.filter((each) => each !== entry);
    this.#changed();
    return entry.text;
  }

  /** The room is there: what waits may go. */
  open(): void {
    this.#open = true;
    const stale = this.#ports.now() - staleMs;
    for (const entry of this.#entries.filter(({ state, at }) => state === 'waiting' && at < stale)) this.#refuse(entry, lost);
    this.#next();
  }

  /** The connection is gone: what was on its way is sent once more when it is back. */
  close(): void {
    this.#open = false;
    this.#generation += 1;
    for (const entry of this.#entries.filter(({ state }) => state === 'sending')) {
      if (entry.broken >= 1) this.#refuse(entry, lost);
      else this.#patch(entry, { state: 'waiting', broken: entry.broken + 1 });
    }
  }

  clear(): void {
    this.#generation += 1;
    this.#entries = [];
    this.#changed();
  }

  /** Messages of the reader that have come with the others, and how far the room has come. */
  arrived(own: readonly ChatMessage[], last: number): void {
    const before = this.#entries;
    this.#last = last;
    for (const { text, seq } of own) {
      const folded = foldLines(text);
      const entry = this.#entries.find((each) => each.text === folded && each.seq === null && each.shownAs === null && each.state !== 'refused');
      if (!entry) continue;
      if (entry.state === 'held') this.#entries = this.#entries.filter((each) => each !== entry);
      else this.#entries = this.#entries.map((each) => (each === entry ? { ...each, shownAs: seq } : each));
    }
    this.#dropShown();
    if (this.#entries.length !== before.length || own.length > 0) this.#changed();
  }

  #next(): void {
    if (!this.#open || this.#entries.some(({ state }) => state === 'sending')) return;
    const entry = this.#entries.find(({ state }) => state === 'waiting');
    if (!entry) return;
    this.#patch(entry, { state: 'sending' });
    void this.#send(entry.clientId, entry.text, this.#generation);
  }

  async #send(clientId: string, text: string, generation: number): Promise<void> {
    let answer: ChatSendAnswer;
    try {
      answer = await this.#ports.send(clientId, text);
    } catch (error) {
      if (generation !== this.#generation) return;
      answer = { seq: null, id: null, sentAt: null, held: false, refused: { code: this.#ports.codeOf(error), message: '', retryAfter: null } };
    }
    if (generation !== this.#generation) return;
    const entry = this.#find(clientId);
    if (entry) this.#answered(entry, answer);
    this.#next();
  }

  #answered(entry: Entry, answer: ChatSendAnswer): void {
    if (answer.refused) this.#refuse(entry, answer.refused, answer);
    else if (answer.held) this.#patch(entry, { state: 'held' }, answer);
    else this.#patch(entry, { state: 'sent', seq: answer.seq }, answer);
  }

  /** The room has come to their numbers: they are among the others, or were taken away again. */
  #dropShown(): void {
    this.#entries = this.#entries.filter(({ seq }) => seq === null || seq > this.#last);
  }

  #refuse(entry: Entry, refusal: ChatRefusal, answer: ChatSendAnswer | null = null): void {
    this.#patch(entry, { state: 'refused', refusal, shownAs: null }, answer);
  }

  #find(clientId: string): Entry | undefined {
    return this.#entries.find((each) => each.clientId === clientId);
  }

  #patch(entry: Entry, patch: Partial<Entry>, answer: ChatSendAnswer | null = null): void {
    this.#entries = this.#entries.map((each) => (each.clientId === entry.clientId ? { ...each, ...patch } : each));
    const held = this.#entries.filter(({ state }) => state === 'held');
    const surplus = new Set(held.slice(0, Math.max(0, held.length - mostHeld)));
    this.#entries = this.#entries.filter((each) => !surplus.has(each));
    this.#dropShown();
    this.#changed(answer);
  }

  #changed(answer: ChatSendAnswer | null = null): void {
    this.#shown = this.#entries
      .filter(({ shownAs }) => shownAs === null)
      .map(({ clientId, text, at, state, refusal }) => ({ clientId, text, at, state, refusal }));
    this.#ports.changed(answer);
  }
}

const lost: ChatRefusal = { code: 'lost', message: '', retryAfter: null };
