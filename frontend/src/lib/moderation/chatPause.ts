import type { ChatRoom } from '@/lib/chat/chatRoom';

/** Why the chat stands still. */
export type PauseReason = 'pointer' | 'focus';

/** So little moved counts as not moved: rows are measured when they come into sight. */
const nearPx = 48;

/**
 * Lets a chat that follows the newest message stand still while a moderator is at a message: what is aimed at does not move away. It goes
 * on as soon as no reason is left, unless somebody has scrolled meanwhile.
 */
export class ChatPause {
  readonly #room: Pick<ChatRoom, 'view' | 'stay' | 'follow'>;
  readonly #log: () => HTMLElement | null;
  readonly #reasons = new Set<PauseReason>();
  /** Where it was stopped; null while it is not stopped by this. */
  #place: number | null = null;

  constructor(room: Pick<ChatRoom, 'view' | 'stay' | 'follow'>, log: () => HTMLElement | null) {
    this.#room = room;
    this.#log = log;
  }

  set(reason: PauseReason, on: boolean): void {
    if (on) {
      this.#reasons.add(reason);
      this.#stop();
    } else if (this.#reasons.delete(reason) && this.#reasons.size === 0) this.#goOn();
  }

  /** The room may have begun to follow again: it was too short to scroll, or something was sent. */
  readonly check = (): void => {
    if (this.#reasons.size > 0) this.#stop();
  };

  #stop(): void {
    const log = this.#log();
    if (!log || !this.#room.view.getSnapshot().following || log.scrollHeight <= log.clientHeight) return;
    this.#place = log.scrollTop;
    this.#room.stay();
  }

  #goOn(): void {
    const place = this.#place;
    const log = this.#log();
    this.#place = null;
    if (place === null || !log || Math.abs(log.scrollTop - place) > nearPx) return;
    if (!this.#room.view.getSnapshot().following) this.#room.follow();
  }
}
