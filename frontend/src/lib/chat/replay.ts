import { getChatMoment, getReplayChat } from '@/lib/api/chatHistory';
import { TimedChat } from './timedChat';

/** Messages reach the log a moment after they were sent; until then a second of the live chat is not over. */
const settleSeconds = 5;

/** The chat beside a recording, in its seconds. */
export function replayOf(videoId: string): TimedChat {
  return new TimedChat({ load: (span) => getReplayChat(videoId, span), settledTo: () => Infinity, now: () => Date.now() });
}

/** The chat of a moment of a live stream, in seconds since 1970. */
export function momentOf(streamId: string): TimedChat {
  return new TimedChat({
    load: (span) => getChatMoment(streamId, span),
    settledTo: () => Date.now() / 1000 - settleSeconds,
    now: () => Date.now(),
  });
}
