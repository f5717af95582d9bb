import { HttpTransportType, type HubConnection, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { type APIRequestContext, type Browser, type BrowserContext, type Page, request } from '@playwright/test';
import { account } from './people.ts';
import type { Server } from './server.ts';

/** As the hub answers a message. */
interface SendAnswer {
  seq: number | null;
  held: boolean;
  refused: { code: string; retryAfter: number | null } | null;
}

export interface HistoryMessage {
  seq: number;
  userName: string;
  text: string;
  sentAt: string;
}

/** Somebody with an account and a browser of their own. */
export async function enter(browser: Browser, server: Server, displayName: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark', reducedMotion: 'reduce' });
  await account(context.request, server, displayName);
  return context.newPage();
}

/** The hub takes one message of a connection after the other, and each waits until it is durable. */
const manyConnections = 10;

/** Somebody in the chat of a stream without a page, over the stock client of the hub. */
export class Writer {
  private readonly connections: HubConnection[] = [];
  private sent = 0;

  private constructor(
    readonly name: string,
    private readonly server: Server,
    private readonly streamId: string,
    private readonly cookie: string,
  ) {}

  static async join(server: Server, streamId: string, name: string): Promise<Writer> {
    const api = await request.newContext();
    await account(api, server, name);
    const { cookies } = await api.storageState();
    await api.dispose();
    const writer = new Writer(name, server, streamId, cookies.map((cookie) => `${cookie.name}=${cookie.value}`).join('; '));
    await writer.connect();
    return writer;
  }

  /** Answers the number that it got once it is durable. */
  async say(text: string, connection = 0): Promise<number> {
    this.sent += 1;
    const hub = this.connections[connection];
    if (hub === undefined) throw new Error(`${this.name} has left.`);
    const { seq, refused } = await hub.invoke<SendAnswer>('SendMessage', this.streamId, `${this.name}-${String(this.sent)}`, text);
    if (seq === null) throw new Error(`"${text}" was not taken: ${refused?.code ?? 'held'}`);
    return seq;
  }

  /** So many at once, in any order. */
  async sayMany(count: number, text: (n: number) => string): Promise<void> {
    while (this.connections.length < manyConnections) await this.connect();
    await Promise.all(Array.from({ length: count }, (_, i) => this.say(text(i + 1), i % manyConnections)));
  }

  async leave(): Promise<void> {
    await Promise.all(this.connections.splice(0).map((connection) => connection.stop()));
  }

  private async connect(): Promise<void> {
    const connection = new HubConnectionBuilder()
      .withUrl(`${this.server.url}/hubs/live`, { transport: HttpTransportType.WebSockets, skipNegotiation: true, headers: { Cookie: this.cookie } })
      .configureLogging(LogLevel.None)
      .build();
    for (const news of ['chat', 'stream', 'standing', 'moderation', 'gap', 'bye']) connection.on(news, () => undefined);
    await connection.start();
    this.connections.push(connection);
    const { chat } = await connection.invoke<{ chat: unknown }>('JoinStream', this.streamId, null);
    if (chat === null) throw new Error('The room did not answer.');
  }
}

/** All that a room's history has, by number. */
export async function history(api: APIRequestContext, server: Server, streamId: string): Promise<HistoryMessage[]> {
  const all: HistoryMessage[] = [];
  for (let before: number | null = null; ; ) {
    const page = await api.get(`${server.url}/api/streams/${streamId}/chat`, { params: { limit: 100, ...(before === null ? {} : { before }) } });
    const { items, next } = (await page.json()) as { items: HistoryMessage[]; next: number | null };
    all.unshift(...items);
    if (next === null) return all;
    before = next;
  }
}
