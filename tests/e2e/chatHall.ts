import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { Page, WebSocketRoute } from '@playwright/test';

const dist = resolve(import.meta.dirname, '../../frontend/dist');
const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html', '.svg': 'image/svg+xml', '.json': 'application/json' };
const separator = '\u001e';

interface Call {
  type: number;
  target: string;
  arguments: unknown[];
  invocationId?: string;
}

export interface HallMessage {
  seq: number;
  id: string;
  userId: string;
  userName: string;
  role: string;
  text: string;
  sentAt: string;
}

interface Piece {
  messages?: HallMessage[];
  removed?: unknown[];
  reactions?: Record<string, number>;
  room?: unknown;
  viewers?: number;
}

const origin = 'http://chat.test';
const words = 'la voce sale piano sopra il mare and then the drums come in like rain on a tin roof, what a night, play the old one again please'.split(' ');
const people = Array.from({ length: 60 }, (_, i) => ({ userId: `user-${i}`, userName: ['Ana', 'Bo Lindqvist', 'Çelik', 'Dé', 'Eun-ji', 'Farid', 'Giulia R.', 'Hōkū'][i % 8] + (i < 8 ? '' : ` ${i}`) }));

/**
 * The built page with a server that a test plays: a room whose messages come as fast as the test says, over the real client library and
 * protocol. Nothing here needs a running server.
 */
export class ChatHall {
  last = 0;
  room = { slowModeSeconds: 0, hold: 'off', ifFilterFails: 'hold', closed: false, pinned: null as HallMessage | null };
  you = { role: 'viewer', banned: false, timedOutUntil: null as string | null, held: null };
  me: object | null = { id: 'me', email: 'me@chat.test', displayName: 'Me', roles: ['viewer'] };
  /** What the page called. */
  readonly calls: Call[] = [];
  /** The answer to a message; by default it is taken and comes with the next batch. */
  answer: ((text: string) => unknown) | null = null;
  private socket: WebSocketRoute | null = null;
  private readonly kept: HallMessage[] = [];

  private constructor(readonly page: Page) {}

  static async open(page: Page, before: (hall: ChatHall) => void = () => undefined, messages = 140): Promise<ChatHall> {
    const hall = new ChatHall(page);
    for (let n = 0; n < messages; n += 1) hall.write();
    before(hall);
    await page.route(`${origin}/**`, (route) => {
      const { pathname, searchParams } = new URL(route.request().url());
      if (pathname.startsWith('/api/')) {
        const body = hall.api(pathname, searchParams);
        return route.fulfill(body === null ? { status: 404, json: {} } : { json: body });
      }
      const file = join(dist, pathname);
      const path = extname(pathname) !== '' && existsSync(file) ? file : join(dist, 'index.html');
      return route.fulfill({ body: readFileSync(path), contentType: types[extname(path)] ?? 'application/octet-stream' });
    });
    await page.routeWebSocket(/\/hubs\/live/, (socket) => {
      hall.connect(socket);
    });
    await page.goto(`${origin}/streams/a`);
    return hall;
  }

  /** Says so many new messages in one batch. */
  say(count: number, piece: Piece = {}): void {
    const from = this.last + 1;
    const messages = Array.from({ length: count }, () => this.write());
    this.tell(from, { messages, ...piece });
  }

  /** Tells what has happened from a number on; `this.last` is the end. */
  tell(from: number, { messages = [], removed = [], reactions = {}, room = null, viewers }: Piece): void {
    this.send('chat', { streamId: 'a', from, to: this.last, messages, removed, restored: [], reactions, room, viewers: viewers ?? null });
  }

  write(patch: Partial<HallMessage> = {}): HallMessage {
    const seq = (this.last += 1);
    const person = people[(seq * 7) % people.length] ?? { userId: 'x', userName: 'X' };
    const length = 2 + ((seq * 5) % 14);
    const text = Array.from({ length }, (_, i) => words[(seq * 3 + i) % words.length]).join(' ');
    const role = seq % 23 === 0 ? 'moderator' : seq % 31 === 0 ? 'owner' : 'viewer';
    const message = { seq, id: String(seq), ...person, role, text, sentAt: new Date().toISOString(), ...patch };
    this.kept.push(message);
    if (this.kept.length > 5_000) this.kept.shift();
    return message;
  }

  standing(patch: Partial<ChatHall['you']>): void {
    this.you = { ...this.you, ...patch };
    this.send('standing', 'a', this.you);
  }

  /** The connection breaks. */
  async drop(): Promise<void> {
    await this.socket?.close();
    this.socket = null;
  }

  private send(target: string, ...args: unknown[]): void {
    this.socket?.send(JSON.stringify({ type: 1, target, arguments: args }) + separator);
  }

  private connect(socket: WebSocketRoute): void {
    socket.onMessage((data) => {
      for (const part of String(data).split(separator).filter((each) => each !== '')) {
        const call = JSON.parse(part) as Partial<Call>;
        if (call.type === undefined) {
          this.socket = socket;
          socket.send(`{}${separator}`);
        } else if (call.type === 1) this.called(socket, call as Call);
        else if (call.type === 6) socket.send(`{"type":6}${separator}`);
      }
    });
  }

  private called(socket: WebSocketRoute, call: Call): void {
    this.calls.push(call);
    if (call.invocationId === undefined) return;
    socket.send(JSON.stringify({ type: 3, invocationId: call.invocationId, result: this.result(call) }) + separator);
  }

  private result({ target, arguments: [, first, second] }: Call): unknown {
    if (target === 'JoinStream') {
      const after = typeof first === 'number' ? first : null;
      const messages = after === null ? this.kept.slice(-100) : this.kept.filter(({ seq }) => seq > after).slice(-500);
      const chat = { streamId: 'a', last: this.last, messages, removed: [], restored: [], gap: false, room: this.room, you: this.you };
      const { id: _, ...stream } = this.stream();
      return { stream: { streamId: 'a', ...stream, recordingVideoId: null, trouble: null }, chat, chatProblem: null };
    }
    if (target !== 'SendMessage') return null;
    const text = String(second);
    if (this.answer) return this.answer(text);
    const from = this.last + 1;
    const message = this.write({ userId: 'me', userName: 'Me', text, role: 'viewer' });
    setTimeout(() => {
      this.tell(from, { messages: [message] });
    }, 20);
    return { seq: message.seq, id: message.id, sentAt: message.sentAt, held: false, refused: null };
  }

  private api(path: string, query: URLSearchParams): unknown {
    if (path === '/api/account/me' || path === '/api/me') return this.me;
    if (path === '/api/streams/a') return this.stream();
    if (path === '/api/streams/a/chat') {
      const before = Number(query.get('before'));
      const items = this.kept.filter(({ seq }) => seq < before).slice(-100);
      return { items, next: (items[0]?.seq ?? 1) > 1 && items.length > 0 ? items[0]?.seq : null };
    }
    return path.includes('/api/') && /uploads|videos$|streams$/.test(path) ? { items: [], nextCursor: null } : null;
  }

  private stream() {
    const now = new Date(Date.now() - 3_600_000).toISOString();
    return {
      id: 'a', title: 'Evening from the harbour stage, with the whole orchestra', description: 'Two hours on the water.\nDoors at eight.', status: 'scheduled', signal: 'none',
      visibility: 'public', owner: { id: 'o', displayName: 'Harbour Stage' }, scheduledFor: new Date(Date.now() + 600_000).toISOString(), record: true, latency: 'low', cover: null,
      poster: null, createdAt: now, updatedAt: now, liveAt: null, endedAt: null, viewers: 0, session: 0, recording: null, trouble: null, mine: false,
    };
  }
}
