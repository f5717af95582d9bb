import type { ChatFilterFailure, ChatHold } from '@/types';

type Option<T> = readonly [value: T, name: string, hint: string];

export const holdOptions: readonly Option<ChatHold>[] = [
  ['off', 'Nothing', 'Messages appear at once.'],
  ['links', 'Messages with links', 'A message with a web address waits until you approve it. All others appear at once.'],
  ['all', 'Every message', 'No message of a viewer appears before you have approved it.'],
];

export const filterFailureOptions: readonly Option<ChatFilterFailure>[] = [
  ['hold', 'Hold the message', 'It waits for review. Nothing blocked slips through, and nothing is lost.'],
  ['letThrough', 'Let it through', 'It appears unchecked. The chat goes on as if nothing had happened, and a blocked word may be seen.'],
  ['refuse', 'Refuse it', 'Whoever wrote it is asked to try again in a moment. Nothing unchecked is kept.'],
];
