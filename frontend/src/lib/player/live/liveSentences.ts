import type { PlayerErrorKind } from '../errors';

/** What a broken broadcast means for somebody who watches. */
export const liveSentences: Record<PlayerErrorKind, string> = {
  network: 'The stream stopped arriving.',
  expired: 'The stream stopped arriving.',
  decode: 'This browser could not decode the stream.',
  unsupported: 'This browser cannot play this kind of stream. A current Chrome, Edge, Firefox or Safari can.',
  'not-playable': 'The first seconds are still being prepared.',
  'not-found': 'This stream is gone, or not for you to see.',
  server: 'The server could not deliver the stream.',
};
