import type { ChatMessage, ChatRemoval, ChatRestoration } from '@/types';
import { MessageList } from './messageList';
import { Removals } from './removals';

/** Messages that are kept while the newest are followed. Overflow policy: the oldest go, and come back from the history. */
export const followedMessages = 500;
/** Messages that are kept for somebody who reads further up. Overflow policy: those at the far end of where they read go. */
export const readMessages = 2_000;

interface Entries {
  messages: readonly ChatMessage[];
  removed: readonly ChatRemoval[];
  restored: readonly ChatRestoration[];
}

/** What is shown of a room: its newest messages, or what somebody reads further up while they go on. */
export class ChatWindow {
  /** The newest, whether shown or not. */
  #newest = new MessageList();
  /** Further up: what is read. Following: the same object as the newest. */
  #shown = this.#newest;
  /** All from this number on that may be seen is in the newest; 0 when there is nothing before. */
  #newestFrom = 0;
  #shownFrom = 0;
  #removals = new Removals();
  following = true;
  unread = 0;
  detached = false;
  #gapAt: number | null = null;

  get blocks() {
    return this.#shown.blocks;
  }

  /** Number of the first one shown when some before it were missed; null when what is before it has only gone by. */
  get missingBefore(): number | null {
    return this.#gapAt === this.#shownFrom ? this.#gapAt : null;
  }

  get count(): number {
    return this.#shown.count;
  }

  /** Pages of history end before this number. */
  get from(): number {
    return this.#shownFrom;
  }

  get hasOlder(): boolean {
    return this.#shownFrom > 1;
  }

  get restorations(): number {
    return this.#removals.restorations;
  }

  /** Forgets what was shown and begins with these; `gap` when something else was shown before. */
  begin(messages: readonly ChatMessage[], last: number, gap: boolean): void {
    this.#newest = new MessageList();
    this.#newest.put(messages);
    this.#newestFrom = messages[0]?.seq ?? last + 1;
    this.#removals.clear();
    this.#gapAt = gap ? this.#newestFrom : null;
    this.following = true;
    this.follow();
  }

  /** Takes entries in order. `counts` answers whether a message is news to the reader, and not their own. */
  take({ messages, removed, restored }: Entries, counts: (message: ChatMessage) => boolean = () => true): void {
    this.#removals.take(removed, restored);
    const back = restored.flatMap((restoration) => restoration.messages);
    const undone = new Set(restored.map(({ undoes }) => undoes));
    const stays = removed.filter(({ seq }) => !undone.has(seq));
    this.#newest.put([...messages, ...back.filter(({ seq }) => seq >= this.#newestFrom)]);
    if (stays.length > 0) this.#newest.remove(this.#removals.covers);
    this.#newestFrom = this.#newest.dropOldest(followedMessages) ?? this.#newestFrom;
    if (this.following) {
      this.#shownFrom = this.#newestFrom;
      return;
    }
    this.unread += messages.filter(counts).length;
    const end = this.#shown.last?.seq ?? 0;
    this.#shown.put([...(this.detached ? [] : messages), ...back.filter(({ seq }) => seq >= this.#shownFrom && (!this.detached || seq <= end))]);
    if (stays.length > 0) this.#shown.remove(this.#removals.covers);
    if (this.#shown.dropNewest(readMessages)) this.detached = true;
  }

  /** A page of history before {@link from}; `next` is null when there is nothing before it. */
  older(messages: readonly ChatMessage[], next: number | null): void {
    this.#shown.put(messages.filter((message) => message.seq < this.#shownFrom && !this.#removals.covers(message)));
    this.#shownFrom = next ?? 0;
    this.#gapAt = null;
    if (this.#shown.dropNewest(readMessages)) this.detached = true;
  }

  /** The reader is further up: what is shown stays. */
  stay(): void {
    if (!this.following) return;
    this.following = false;
    this.#shown = this.#newest.copy();
    this.#shownFrom = this.#newestFrom;
  }

  /** Back to the newest. */
  follow(): void {
    // Older pages stay as long as all of it is no more than is kept anyway.
    if (!this.following && !this.detached && this.#shown.count <= followedMessages) {
      this.#newest = this.#shown;
      this.#newestFrom = this.#shownFrom;
    }
    this.following = true;
    this.detached = false;
    this.unread = 0;
    this.#shown = this.#newest;
    this.#shownFrom = this.#newestFrom;
  }
}
