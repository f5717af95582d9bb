import type { ChatPage, ReplayMessage } from '@/types';
import { get } from './client';

const pageSize = 100;

/** Messages before a number, by number; `next` is the `before` of the page before it. */
export function getChatHistory(streamId: string, before: number, signal?: AbortSignal): Promise<ChatPage> {
  return get(`/api/streams/${encodeURIComponent(streamId)}/chat`, { before, limit: pageSize }, signal);
}

/** A span of time: seconds of a recording, or seconds since 1970 of a stream's chat. */
export interface ChatSpan {
  from: number;
  until: number;
  /** Only what has a higher number: `next` of the page before. */
  after: number | null;
}

export interface ReplayPage {
  items: ReplayMessage[];
  /** The `after` of the next page of the same span. */
  next: number | null;
}

/** What was said in a stream's chat at a time. */
export async function getChatMoment(streamId: string, { from, until, after }: ChatSpan, signal?: AbortSignal): Promise<ReplayPage> {
  const times = { from: new Date(from * 1000).toISOString(), until: new Date(until * 1000).toISOString() };
  const page = await get<ChatPage>(`/api/streams/${encodeURIComponent(streamId)}/chat`, { ...times, after, limit: pageSize }, signal);
  return { items: page.items.map((message) => ({ ...message, at: Date.parse(message.sentAt) / 1000 })), next: page.next };
}

/** What was said while a recording was made, in its seconds. */
export function getReplayChat(videoId: string, { from, until, after }: ChatSpan, signal?: AbortSignal): Promise<ReplayPage> {
  return get(`/api/videos/${encodeURIComponent(videoId)}/chat`, { from: rounded(from), until: rounded(until), after, limit: replaySize }, signal);
}

const replaySize = 200;

/** To the millisecond: the server reads no exponents. */
const rounded = (seconds: number) => Math.round(seconds * 1000) / 1000;
