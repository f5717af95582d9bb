import { type APIResponse, expect, type Page } from '@playwright/test';
import type { RtmpIngest } from './publisher.ts';
import type { Server } from './server.ts';

/** A stream as the API tells it. */
export interface StreamState {
  status: string;
  signal: string;
  viewers: number;
  session: number;
  recording: { status: string; videoId: string | null } | null;
  trouble: { code: string; message: string } | null;
}

export interface SessionRecord {
  number: number;
  end: string | null;
  recording: string;
  videoId: string | null;
  peakViewers: number;
  breaks: { lostAt: string; backAt: string | null }[];
}

export interface StreamDetails {
  title: string;
  visibility: 'public' | 'unlisted' | 'private';
  description?: string;
  scheduledFor?: string;
  record?: boolean;
}

/** A stream of whoever is signed in on the page, through the API that the page uses: for what a test is not about. */
export class Broadcast {
  private constructor(
    private readonly page: Page,
    private readonly server: Server,
    readonly id: string,
  ) {}

  static async create(page: Page, server: Server, details: Partial<StreamDetails> = {}): Promise<Broadcast> {
    const response = await page.request.post(`${server.url}/api/streams`, { data: { title: 'Harbour stage', visibility: 'public', ...details } });
    const { id } = await answer<{ id: string }>(response);
    return new Broadcast(page, server, id);
  }

  static of(page: Page, server: Server, id: string): Broadcast {
    return new Broadcast(page, server, id);
  }

  get watchPage(): string {
    return `${this.server.url}/streams/${this.id}`;
  }

  get dashboard(): string {
    return `${this.watchPage}/broadcast`;
  }

  async state(): Promise<StreamState> {
    return answer(await this.page.request.get(this.address));
  }

  /** Waits until it is so. */
  async until(status: string, timeout = 15_000): Promise<void> {
    await expect.poll(async () => (await this.state()).status, { timeout, intervals: [100] }).toBe(status);
  }

  async untilSignal(signal: string, timeout = 15_000): Promise<void> {
    await expect.poll(async () => (await this.state()).signal, { timeout, intervals: [100] }).toBe(signal);
  }

  async ingest(): Promise<RtmpIngest> {
    return answer(await this.page.request.get(`${this.address}/ingest`));
  }

  async rotate(): Promise<RtmpIngest> {
    return answer(await this.page.request.post(`${this.address}/ingest/rotate`));
  }

  async start(): Promise<void> {
    await answer(await this.page.request.post(`${this.address}/start`));
  }

  async stop(): Promise<void> {
    await answer(await this.page.request.post(`${this.address}/stop`));
  }

  async playback(preview = false): Promise<{ url: string }> {
    return answer(await this.page.request.get(`${this.address}/playback${preview ? '?preview=true' : ''}`));
  }

  async sessions(): Promise<SessionRecord[]> {
    return (await answer<{ items: SessionRecord[] }>(await this.page.request.get(`${this.address}/sessions`))).items;
  }

  /** The video that the last session's recording has become. */
  async recordedVideo(timeout = 30_000): Promise<string> {
    await expect.poll(async () => (await this.state()).recording?.status, { timeout }).toBe('ready');
    const id = (await this.state()).recording?.videoId;
    if (id === undefined || id === null) throw new Error('The recording is ready, and there is no video.');
    return id;
  }

  private get address(): string {
    return `${this.server.url}/api/streams/${this.id}`;
  }
}

async function answer<T>(response: APIResponse): Promise<T> {
  if (!response.ok()) throw new Error(`${response.url()} answered ${String(response.status())}: ${await response.text()}`);
  return (await response.json()) as T;
}
