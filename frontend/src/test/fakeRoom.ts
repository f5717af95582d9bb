import { vi } from 'vitest';
import type { ChatAuditEntry, ChatModeration } from '@/types';

interface Asked {
  call: string;
  body?: unknown;
}

/** A server with one room, whatever its stream is called. It answers with what a test puts here, and remembers what it was asked to do. */
export class FakeRoom {
  moderation: ChatModeration;
  audit: ChatAuditEntry[] = [];
  /** What acts are answered with. */
  answer: { status: number; body: unknown } = { status: 200, body: { auditId: 'e1' } };
  /** What answers wait for. */
  wait: Promise<void> = Promise.resolve();
  readonly acts: Asked[] = [];

  constructor(moderation: ChatModeration) {
    this.moderation = moderation;
    vi.stubGlobal('fetch', (path: string, { method, body }: { method: string; body?: string }) => {
      const [status, answer] = this.#answer(method, path.replace(/^\/api\/streams\/[^/]+\/chat/, ''), body);
      return this.wait.then(() => new Response(JSON.stringify(answer), { status }));
    });
  }

  #answer(method: string, path: string, body: string | undefined): [status: number, answer: unknown] {
    if (method === 'GET' && path === '/moderation') return [200, this.moderation];
    if (method === 'GET' && path.startsWith('/audit')) return [200, { items: this.audit, next: null }];
    if (method === 'GET') return [200, { id: 'ada', displayName: 'Ada' }];
    this.acts.push({ call: `${method} ${path}`, ...(body !== undefined && { body: JSON.parse(body) as unknown }) });
    return [this.answer.status, this.answer.body];
  }
}
