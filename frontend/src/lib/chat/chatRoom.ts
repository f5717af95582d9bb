import type { ChatLink } from '@/lib/live/chatLink';
import { Store } from '@/lib/store';
import type { ChatBatch, ChatJoin, ChatMessage, ChatRoomInfo, ChatSendAnswer, ChatSnapshot, ChatStanding } from '@/types';
import { BatchLine } from './batchLine';
import type { ChatPorts } from './chatPorts';
import { emptyChatView, type ChatView } from './chatView';
import { ChatWindow } from './chatWindow';
import { Outbox } from './outbox';
import { Pacer } from './pacer';
import type { ReactionView } from './reactionTally';
import { rejoinDelay } from './rejoins';
import { RoomReactions } from './roomReactions';

/** Asked again so late when a join did not bring what was missing. */
const againMs = 1_000;

/**
 * The chat of one stream, for everything on the page that shows it: `view` and `reactions` are read with `useStore`, the methods are
 * what a reader can do. It is connected while somebody has entered; what was shown and what is unsent outlives a break of the
 * connection and of the page's own navigation, not a reload.
 */
export class ChatRoom implements ChatLink {
  readonly streamId: string;
  readonly view = new Store<ChatView>(emptyChatView);
  readonly reactions: Store<ReactionView>;
  /** What stands in the text field. */
  readonly draft = new Store('');
  readonly #ports: ChatPorts;
  readonly #line = new BatchLine();
  readonly #window = new ChatWindow();
  readonly #outbox: Outbox;
  readonly #pacer: Pacer;
  readonly #reactions: RoomReactions;
  readonly #listeners = new Set<(messages: readonly ChatMessage[]) => void>();
  /** What is shown beside messages and outbox. */
  #state: Pick<ChatView, 'phase' | 'reason' | 'older' | 'room' | 'you' | 'viewers' | 'waitUntil'> = emptyChatView;
  #me: string | null = null;
  #entered = 0;
  #leave: (() => void) | null = null;
  /** A join is on its way or comes with the connection: what is missing will be told. */
  #joining = true;
  #cancelRejoin: () => void = nothing;

  constructor(streamId: string, ports: ChatPorts) {
    this.streamId = streamId;
    this.#ports = ports;
    this.#pacer = new Pacer(ports, () => this.#draw());
    this.#reactions = new RoomReactions(ports);
    this.reactions = this.#reactions.view;
    this.#outbox = new Outbox({
      now: ports.now,
      newId: ports.newId,
      codeOf: ports.codeOf,
      send: (clientId, text) => ports.hub.sendChat(streamId, clientId, text),
      changed: (answer) => this.#outboxChanged(answer),
    });
  }

  /** Nobody is there: it may be forgotten. */
  get isEmpty(): boolean {
    return this.#entered === 0;
  }

  /** Answers what leaves again; the last one to leave leaves the stream. */
  enter(): () => void {
    this.#entered += 1;
    if (this.#entered === 1) this.#leave = this.#ports.hub.joinChat(this.streamId, this);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#entered -= 1;
      if (this.#entered > 0) return;
      this.#leave?.();
      this.lost(null);
      this.#pacer.stop();
    };
  }

  /** Told of messages as they come, own ones left out; once for each batch. */
  onMessages(listener: (messages: readonly ChatMessage[]) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Whose messages are the reader's own. */
  setMe(userId: string | null): void {
    this.#me = userId;
  }

  /** False when it was not taken: nothing to send, or too many are unsent. */
  send(text: string): boolean {
    const taken = this.#outbox.add(text);
    if (taken) this.follow();
    return taken;
  }

  /** Somebody else is signed in now: nothing of the one before may be sent. */
  forget(): void {
    this.#outbox.clear();
    this.draft.set('');
    this.#set({ you: null, waitUntil: 0 });
    this.#pacer.request();
  }

  retry(clientId: string): void {
    this.#outbox.retry(clientId);
  }

  /** Takes a refused or held message away; answers its text for the text field. */
  discard(clientId: string): string | null {
    return this.#outbox.discard(clientId);
  }

  react(emoji: string): void {
    const untaken = this.#reactions.own(emoji);
    void this.#ports.hub.react(this.streamId, emoji).then((refusal) => refusal && untaken(), untaken);
  }

  /** The reader went up: what is shown stays, and new messages are counted. */
  stay(): void {
    if (!this.#window.following) return;
    this.#window.stay();
    this.#pacer.flush();
  }

  /** Back to the newest messages. */
  follow(): void {
    if (this.#window.following) return;
    this.#window.follow();
    this.#pacer.flush();
  }

  /** The page before the first message shown. */
  async loadOlder(): Promise<void> {
    if (this.#state.older === 'loading' || !this.#window.hasOlder || this.#line.last === null) return;
    this.#window.stay();
    this.#set({ older: 'loading' });
    this.#pacer.flush();
    const { from, restorations } = this.#window;
    try {
      const page = await this.#ports.loadOlder(this.streamId, from);
      this.#set({ older: 'idle' });
      // Begun anew meanwhile, or the reader is back at the newest.
      if (this.#window.from !== from || this.#window.following) return;
      // What was given back meanwhile may not be in the page.
      if (this.#window.restorations === restorations) this.#window.older(page.items, page.next);
      else await this.loadOlder();
    } catch {
      this.#set({ older: this.#window.from === from ? 'failed' : 'idle' });
    } finally {
      this.#pacer.flush();
    }
  }

  readonly last = (): number | null => this.#line.last;

  readonly joined = ({ chat, chatProblem }: ChatJoin): void => {
    if (this.isEmpty) return;
    this.#joining = false;
    if (chat) this.#begin(chat);
    else {
      const problem = chatProblem ?? { code: 'unavailable', retryAfter: null };
      if (this.#state.phase !== 'ready') this.#set({ phase: 'unavailable', reason: problem.code });
      this.#rejoin(rejoinDelay(problem, this.#ports.random()));
    }
    this.#pacer.request();
  };

  readonly batch = (batch: ChatBatch): void => {
    if (this.isEmpty) return;
    this.#news(batch);
    for (const ready of this.#line.take(batch)) this.#apply(ready);
    if (this.#line.missing) this.#rejoin(0);
    this.#pacer.request();
  };

  readonly standing = (you: ChatStanding): void => {
    this.#setYou(you);
    this.#pacer.request();
  };

  readonly lost = (reason: string | null): void => {
    this.#cancelRejoin();
    this.#joining = true;
    this.#line.dropWaiting();
    this.#reactions.lost();
    this.#outbox.close();
    this.#set({ phase: this.#line.last === null ? 'joining' : 'lost', reason });
    this.#pacer.request();
  };

  #begin(chat: ChatSnapshot): void {
    const known = this.#line.last;
    const waiting = this.#line.joined(chat);
    if (known === null || chat.gap) {
      this.#window.begin(chat.messages, chat.last, known !== null);
    } else {
      const fresh = ({ seq }: { seq: number }) => seq > known;
      const messages = chat.messages.filter(fresh);
      this.#take({ messages, removed: chat.removed.filter(fresh), restored: chat.restored.filter(fresh) });
    }
    this.#set({ phase: 'ready', reason: null });
    this.#setYou(chat.you);
    this.#setRoom(chat.room);
    this.#arrived(chat.messages);
    for (const batch of waiting) {
      if (batch.room && batch.to >= chat.last) this.#setRoom(batch.room);
      this.#apply(batch);
    }
    this.#outbox.open();
    if (this.#line.missing) this.#rejoin(known !== null && chat.last <= known ? againMs : 0);
  }

  #news({ reactions, room, viewers }: ChatBatch): void {
    if (room) this.#setRoom(room);
    if (viewers !== null) this.#set({ viewers });
    this.#reactions.came(reactions);
  }

  #apply(batch: ChatBatch): void {
    this.#take(batch);
    this.#arrived(batch.messages);
  }

  #take(entries: Pick<ChatBatch, 'messages' | 'removed' | 'restored'>): void {
    const others = entries.messages.filter(({ userId }) => userId !== this.#me);
    this.#window.take(entries, ({ userId }) => userId !== this.#me);
    if (others.length > 0) for (const listener of [...this.#listeners]) listener(others);
  }

  #arrived(messages: readonly ChatMessage[]): void {
    this.#outbox.arrived(messages.filter(({ userId }) => userId === this.#me), this.#line.last ?? 0);
  }

  #rejoin(afterMs: number): void {
    if (this.#joining) return;
    this.#joining = true;
    this.#cancelRejoin();
    if (afterMs === 0) this.#ports.hub.rejoin(this.streamId);
    else this.#cancelRejoin = this.#ports.later(afterMs, () => this.#ports.hub.rejoin(this.streamId));
  }

  #setRoom(room: ChatRoomInfo): void {
    // Slow mode may have become shorter than what is waited for.
    const { slowModeSeconds } = room;
    this.#set({ room, waitUntil: slowModeSeconds === 0 ? 0 : Math.min(this.#state.waitUntil, this.#ports.now() + slowModeSeconds * 1000) });
  }

  #setYou(you: ChatStanding): void {
    this.#set(you.role === 'viewer' ? { you } : { you, waitUntil: 0 });
  }

  #outboxChanged(answer: ChatSendAnswer | null): void {
    const wait = answer ? this.#secondsAfter(answer) : 0;
    if (wait > 0) this.#set({ waitUntil: this.#ports.now() + wait * 1000 });
    this.#pacer.flush();
  }

  #secondsAfter({ refused }: ChatSendAnswer): number {
    if (refused) return refused.code === 'timed_out' ? 0 : (refused.retryAfter ?? 0);
    return this.#state.you?.role === 'viewer' ? (this.#state.room?.slowModeSeconds ?? 0) : 0;
  }

  #set(patch: Partial<ChatView>): void {
    this.#state = { ...this.#state, ...patch };
  }

  #draw(): void {
    const { blocks, count, missingBefore, hasOlder, following, unread, detached } = this.#window;
    const outbox = this.#outbox.shown;
    const { phase, reason, older, room, you, viewers, waitUntil } = this.#state;
    this.view.set({ phase, reason, blocks, count, missingBefore, hasOlder, older, following, unread, detached, outbox, room, you, viewers, waitUntil });
  }
}

const nothing = () => undefined;
