import { vi } from 'vitest';
import type { ChatPorts } from '@/lib/chat/chatPorts';
import { ChatRoom } from '@/lib/chat/chatRoom';
import { messagesOf } from '@/lib/chat/messageList';
import type { ChatLink } from '@/lib/live/chatLink';
import type { ChatBatch, ChatMessage, ChatPage, ChatRefusal, ChatRoomInfo, ChatSendAnswer, ChatSnapshot, ChatStanding } from '@/types';

export const roomInfo: ChatRoomInfo = { slowModeSeconds: 0, hold: 'off', ifFilterFails: 'hold', closed: false, pinned: null };
export const viewer: ChatStanding = { role: 'viewer', banned: false, timedOutUntil: null, held: null };

export function messageOf(seq: number, patch: Partial<ChatMessage> = {}): ChatMessage {
  return { seq, id: String(seq), userId: 'ana', userName: 'Ana', role: 'viewer', text: `m${seq}`, sentAt: '2026-11-22T20:00:00Z', ...patch };
}

/** Messages with the numbers `from` to `to`. */
export function run(from: number, to: number, patch: Partial<ChatMessage> = {}): ChatMessage[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => messageOf(from + i, patch));
}

export function batchOf(from: number, to: number, patch: Partial<ChatBatch> = {}): ChatBatch {
  return { streamId: 's', from, to, messages: run(from, to), removed: [], restored: [], reactions: {}, room: null, viewers: null, ...patch };
}

export function snapshotOf(last: number, patch: Partial<ChatSnapshot> = {}): ChatSnapshot {
  return { streamId: 's', last, messages: run(Math.max(1, last - 99), last), removed: [], restored: [], gap: false, room: roomInfo, you: viewer, ...patch };
}

export const taken = (seq: number): ChatSendAnswer => ({ seq, id: String(seq), sentAt: '2026-11-22T20:00:00Z', held: false, refused: null });
export const refusedWith = (code: string, retryAfter: number | null = null): ChatSendAnswer => ({
  seq: null, id: null, sentAt: null, held: false, refused: { code, message: `The server says ${code}.`, retryAfter },
});

interface Sent {
  clientId: string;
  text: string;
  answer: (answer: ChatSendAnswer) => void;
  fail: (error: Error) => void;
}

/** A hub that a test plays: it remembers what it was asked and answers when the test says so. Needs fake timers. */
export class FakeChat {
  link: ChatLink | null = null;
  readonly rejoined: (number | null)[] = [];
  readonly sent: Sent[] = [];
  readonly asked: number[] = [];
  readonly reacted: string[] = [];
  reactAnswer: ChatRefusal | null = null;
  page: (before: number) => Promise<ChatPage> = () => Promise.resolve({ items: [], next: null });
  drawings = 0;
  readonly room: ChatRoom;

  constructor() {
    let id = 0;
    const ports: ChatPorts = {
      hub: {
        joinChat: (_streamId, link) => {
          this.link = link;
          return () => {
            this.link = null;
          };
        },
        rejoin: () => void this.rejoined.push(this.link?.last() ?? null),
        sendChat: (_streamId, clientId, text) =>
          new Promise((answer, fail) => {
            this.sent.push({ clientId, text, answer, fail });
          }),
        react: (_streamId, emoji) => {
          this.reacted.push(emoji);
          return Promise.resolve(this.reactAnswer);
        },
      },
      loadOlder: (_streamId, before) => {
        this.asked.push(before);
        return this.page(before);
      },
      codeOf: (error) => (error instanceof Error ? error.message : 'unavailable'),
      newId: () => `c${(id += 1)}`,
      now: () => Date.now(),
      random: () => 0,
      later: (ms, act) => {
        const timer = setTimeout(act, ms);
        return () => clearTimeout(timer);
      },
      frame: (act) => {
        const timer = setTimeout(act, 16);
        return () => clearTimeout(timer);
      },
    };
    this.room = new ChatRoom('s', ports);
    this.room.setMe('me');
    this.room.view.subscribe(() => {
      this.drawings += 1;
    });
  }

  join(last: number, patch: Partial<ChatSnapshot> = {}): void {
    this.link?.joined({ chat: snapshotOf(last, patch), chatProblem: null });
  }

  batch(from: number, to: number, patch: Partial<ChatBatch> = {}): void {
    this.link?.batch(batchOf(from, to, patch));
  }

  /** What is shown, once it is drawn. */
  async drawn() {
    await vi.advanceTimersByTimeAsync(200);
    return this.room.view.getSnapshot();
  }

  async numbers(): Promise<number[]> {
    return messagesOf((await this.drawn()).blocks).map(({ seq }) => seq);
  }
}
