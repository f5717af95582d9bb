import type { ChatJoin, StreamChange, VideoChange } from '@/types';

export function isVideo(answer: unknown): answer is VideoChange {
  return typeof answer === 'object' && answer !== null && 'videoId' in answer && 'status' in answer;
}

export function isSnapshot(answer: unknown): answer is { stream: StreamChange } & Partial<ChatJoin> {
  return typeof answer === 'object' && answer !== null && 'stream' in answer;
}

export function joinOf(answer: unknown): ChatJoin {
  if (isSnapshot(answer)) return { chat: answer.chat ?? null, chatProblem: answer.chatProblem ?? null };
  const code = typeof answer === 'object' && answer !== null && 'refused' in answer ? String(answer.refused) : 'unavailable';
  return { chat: null, chatProblem: { code, retryAfter: null } };
}

/** The text of a hub's error ends in its code. */
export function codeOf(error: unknown): string {
  return (error instanceof Error ? /HubException: ([a-z_]+)$/.exec(error.message)?.[1] : undefined) ?? 'unavailable';
}
