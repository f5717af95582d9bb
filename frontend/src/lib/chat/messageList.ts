import type { ChatMessage } from '@/types';

/** Neighbours by number. Never changed: another object takes its place. */
export interface MessageBlock {
  readonly key: number;
  readonly messages: readonly ChatMessage[];
}

/** Numbers of one block. A page draws and forgets messages by blocks, so that a new message concerns one of them alone. */
const blockSize = 25;

const keyOf = (seq: number) => Math.floor(seq / blockSize);

/** Messages by number, in blocks that stay the same objects until something in them changes. */
export class MessageList {
  #blocks: readonly MessageBlock[] = [];
  #count = 0;

  get blocks(): readonly MessageBlock[] {
    return this.#blocks;
  }

  get count(): number {
    return this.#count;
  }

  get first(): ChatMessage | undefined {
    return this.#blocks[0]?.messages[0];
  }

  get last(): ChatMessage | undefined {
    return this.#blocks.at(-1)?.messages.at(-1);
  }

  copy(): MessageList {
    const other = new MessageList();
    other.#blocks = this.#blocks;
    other.#count = this.#count;
    return other;
  }

  /** Adds messages in any order; one with a known number takes the other's place. */
  put(messages: readonly ChatMessage[]): void {
    const byKey = new Map<number, ChatMessage[]>();
    for (const message of messages) {
      const key = keyOf(message.seq);
      const added = byKey.get(key);
      if (added) added.push(message);
      else byKey.set(key, [message]);
    }
    if (byKey.size === 0) return;
    const blocks = new Map(this.#blocks.map((block) => [block.key, block]));
    for (const [key, added] of byKey) {
      const known = new Map(blocks.get(key)?.messages.map((message) => [message.seq, message]));
      for (const message of added) known.set(message.seq, message);
      blocks.set(key, { key, messages: [...known.values()].sort((a, b) => a.seq - b.seq) });
    }
    this.#set([...blocks.values()].sort((a, b) => a.key - b.key));
  }

  /** Answers whether any was there. */
  remove(covered: (message: ChatMessage) => boolean): boolean {
    let changed = false;
    const blocks: MessageBlock[] = [];
    for (const block of this.#blocks) {
      const kept = block.messages.filter((message) => !covered(message));
      if (kept.length === block.messages.length) {
        blocks.push(block);
        continue;
      }
      changed = true;
      if (kept.length > 0) blocks.push({ key: block.key, messages: kept });
    }
    if (changed) this.#set(blocks);
    return changed;
  }

  /** Forgets whole blocks at the old end, as long as so many are left. Answers the number after the last one forgotten, or null. */
  dropOldest(keep: number): number | null {
    let next: number | null = null;
    let count = this.#count;
    let from = 0;
    for (const { messages } of this.#blocks) {
      if (count - messages.length < keep) break;
      count -= messages.length;
      from += 1;
      next = (messages.at(-1)?.seq ?? 0) + 1;
    }
    if (from > 0) this.#set(this.#blocks.slice(from));
    return next;
  }

  /** Forgets whole blocks at the new end; answers whether there was something to forget. */
  dropNewest(keep: number): boolean {
    let count = this.#count;
    let to = this.#blocks.length;
    while (to > 0) {
      const size = this.#blocks[to - 1]?.messages.length ?? 0;
      if (count - size < keep) break;
      count -= size;
      to -= 1;
    }
    if (to === this.#blocks.length) return false;
    this.#set(this.#blocks.slice(0, to));
    return true;
  }

  #set(blocks: readonly MessageBlock[]): void {
    this.#blocks = blocks;
    this.#count = blocks.reduce((sum, { messages }) => sum + messages.length, 0);
  }
}

/** All messages of the blocks in one list, oldest first. */
export function messagesOf(blocks: readonly MessageBlock[]): ChatMessage[] {
  return blocks.flatMap(({ messages }) => messages);
}
