import { useInfiniteQuery, useMutation, useMutationState, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { getChatAudit, getModeration } from '@/lib/api/chat';
import { ApiError } from '@/lib/api/errors';
import { liveHub } from '@/lib/live/liveConnection';
import { actToasts } from '@/lib/moderation/actToasts';
import { doneWords, failedWords, nothingWords } from '@/lib/moderation/actWords';
import { perform, undoOf, type ModerationAct } from '@/lib/moderation/acts';
import { keys } from '@/lib/queryKeys';
import type { ChatModeration } from '@/types';

/** The hub tells of changes; asking all the same is the safety net. */
const pollMs = 60_000;
/** A busy room changes many times a second; what is seen of it is asked for once in so long. */
const debounceMs = 300;

/** What owner and moderators see of a room. Only they may ask. */
export function useModerationQuery(streamId: string) {
  return useQuery({
    queryKey: keys.moderation(streamId),
    queryFn: ({ signal }) => getModeration(streamId, signal),
    refetchInterval: pollMs,
  });
}

/** Who did what to whom, newest first. */
export function useChatAuditQuery(streamId: string) {
  return useInfiniteQuery({
    queryKey: keys.chatAudit(streamId),
    queryFn: ({ pageParam, signal }) => getChatAudit(streamId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });
}

/** Keeps what is shown of a room's moderation as new as the hub says it is. */
export function useModerationNews(streamId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refreshSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void refresh(client, streamId);
      }, debounceMs);
    };
    const stopNews = liveHub.onModeration((news) => news.streamId === streamId && refreshSoon());
    // What was told while there was no connection is not told again.
    const stopState = liveHub.state.subscribe(() => liveHub.state.getSnapshot() === 'connected' && refreshSoon());
    return () => {
      clearTimeout(timer);
      stopNews();
      stopState();
    };
  }, [client, streamId]);
}

/** Does what a moderator asks for, and says how it went in a toast that takes it back. */
export function useModerationAct(streamId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: keys.moderating(streamId),
    mutationFn: (act: ModerationAct) => perform(streamId, act),
    onSuccess: ({ auditId }, act) => {
      const nothing = auditId === null;
      if (act.kind === 'undo') actToasts.takenBack(act.auditId);
      actToasts.add({
        streamId, sentence: nothing ? nothingWords(act) : doneWords(act), undo: undoOf(act, auditId, Date.now()), again: null, failed: false,
      });
      client.setQueryData<ChatModeration>(keys.moderation(streamId), (known) => known && afterAct(known, act));
      void refresh(client, streamId);
    },
    onError: (error, act) => {
      const again = error instanceof ApiError && error.passing ? act : null;
      actToasts.add({ streamId, sentence: failedWords(error), undo: null, again, failed: true });
      // Refused for what has changed meanwhile, mostly.
      void refresh(client, streamId);
    },
  });
}

/** Acts that are on their way, of the whole page. */
export function usePendingActs(streamId: string): ModerationAct[] {
  return useMutationState({
    filters: { mutationKey: keys.moderating(streamId), status: 'pending' },
    select: (mutation) => mutation.state.variables as ModerationAct,
  });
}

/** What is known to be so once the server has answered; the rest comes with the next reading. */
function afterAct(known: ChatModeration, act: ModerationAct): ChatModeration {
  switch (act.kind) {
    case 'approve':
    case 'reject':
      return { ...known, held: known.held.filter(({ id }) => id !== act.held.id) };
    case 'liftBan':
      return { ...known, bans: known.bans.filter(({ user }) => user.userId !== act.user.userId) };
    case 'liftTimeOut':
      return { ...known, timeouts: known.timeouts.filter(({ user }) => user.userId !== act.user.userId) };
    case 'dismiss':
      return { ...known, moderators: known.moderators.filter(({ userId }) => userId !== act.user.userId) };
    case 'settings':
      return { ...known, settings: act.settings };
    default:
      return known;
  }
}

async function refresh(client: QueryClient, streamId: string): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: keys.moderation(streamId) }),
    client.invalidateQueries({ queryKey: keys.chatAudit(streamId) }),
  ]);
}
