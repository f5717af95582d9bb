import { Store } from '@/lib/store';
import type { ChatPorts } from './chatPorts';
import { noReactions, ReactionTally, type ReactionView } from './reactionTally';

const fadeEveryMs = 500;

type Ports = Pick<ChatPorts, 'frame' | 'later' | 'now' | 'random'>;

/** The reactions of a room as they are shown: drawn anew while there are any, and not at all otherwise. */
export class RoomReactions {
  readonly view = new Store<ReactionView>(noReactions);
  readonly #ports: Ports;
  readonly #tally: ReactionTally;
  #cancel: (() => void) | null = null;

  constructor(ports: Ports) {
    this.#ports = ports;
    this.#tally = new ReactionTally(ports.random);
  }

  came(reactions: Readonly<Record<string, number>>): void {
    if (Object.keys(reactions).length === 0) return;
    this.#tally.add(reactions, this.#ports.now());
    this.#fade();
  }

  /** One of the reader's own, which is in a later sum; answers what takes it out of that account when it was not taken. */
  own(emoji: string): () => void {
    this.#tally.addOwn(emoji, this.#ports.now());
    this.#fade();
    return () => this.#tally.dropOwn(emoji);
  }

  /** Sums that were on their way do not come any more. */
  lost(): void {
    this.#tally.forgetOwn();
  }

  #fade(): void {
    if (this.#cancel) return;
    const { frame, later, now } = this.#ports;
    this.#cancel = frame(() => {
      const view = this.#tally.view(now());
      this.view.set(view);
      this.#cancel = view === noReactions ? null : later(fadeEveryMs, () => {
        this.#cancel = null;
        this.#fade();
      });
    });
  }
}
