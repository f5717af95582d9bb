import { ApiError } from '@/lib/api/errors';

export type PlayerErrorKind = 'network' | 'expired' | 'decode' | 'unsupported' | 'not-playable' | 'not-found' | 'server';

export interface PlayerError {
  kind: PlayerErrorKind;
  sentence: string;
  retryable: boolean;
}

const sentences: Record<PlayerErrorKind, string> = {
  network: 'The video stopped arriving. Check your connection and try again.',
  expired: 'This page was open for a long time and may no longer load the video. Try again.',
  decode: 'This browser could not decode the video.',
  unsupported: 'This browser cannot play this kind of video. A current Chrome, Edge, Firefox or Safari can.',
  'not-playable': 'There is nothing to play yet. The first seconds are still being prepared.',
  'not-found': 'This video is gone, or not for you to see.',
  server: 'The server could not deliver the video. Try again in a moment.',
};

export function playerError(kind: PlayerErrorKind): PlayerError {
  return { kind, sentence: sentences[kind], retryable: kind !== 'unsupported' && kind !== 'not-found' };
}

/** What a refused request means for somebody who wants to watch. */
export function playerErrorOfStatus(status: number): PlayerError {
  if (status === 401 || status === 403 || status === 410) return playerError('expired');
  if (status === 404) return playerError('not-found');
  if (status === 409) return playerError('not-playable');
  return playerError(status >= 500 ? 'server' : 'network');
}

export function playerErrorOf(error: unknown): PlayerError {
  return error instanceof ApiError ? playerErrorOfStatus(error.status) : playerError('server');
}
