import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useState, useSyncExternalStore } from 'react';
import { getPlayback } from '@/lib/api/streams';
import { liveHub } from '@/lib/live/liveConnection';
import { LiveCore } from '@/lib/player/live/liveCore';
import { emptyLiveSnapshot, type LiveSnapshot } from '@/lib/player/live/liveSnapshot';
import { openLiveEngine } from '@/lib/player/live/openLiveEngine';
import { openMemory } from '@/lib/player/memory';
import { keys } from '@/lib/queryKeys';
import type { StreamPlayback } from '@/types';

export interface LivePlayerState {
  /** For the `ref` of the video element. */
  attach: (video: HTMLVideoElement) => () => void;
  core: LiveCore | null;
  state: LiveSnapshot;
}

/** What a page asked for so long before its player opened still does. */
const knownForMs = 30_000;

export function loadPlayback(client: QueryClient, streamId: string, session: number, fresh = false): Promise<StreamPlayback> {
  return client.query({
    queryKey: keys.streamPlayback(streamId, session),
    queryFn: ({ signal }) => getPlayback(streamId, false, signal),
    staleTime: fresh ? 0 : knownForMs,
    retry: false,
  });
}

const subscribeNothing = () => () => undefined;

/** A live core that lives as long as its video element. A preview shows what the encoder sends, in silence, and counts as no viewer. */
export function useLivePlayer(streamId: string, session: number, preview: boolean): LivePlayerState {
  const client = useQueryClient();
  const [core, setCore] = useState<LiveCore | null>(null);
  const attach = useCallback(
    (video: HTMLVideoElement) => {
      const ports = {
        loadPlayback: (fresh: boolean, signal: AbortSignal) =>
          preview ? getPlayback(streamId, true, signal) : loadPlayback(client, streamId, session, fresh),
        openEngine: openLiveEngine,
        memory: openMemory(),
        played: (seconds: number) => {
          if (!preview) liveHub.playing(streamId, seconds);
        },
        now: () => Date.now(),
        random: () => Math.random(),
      };
      const opened = new LiveCore(video, ports, preview);
      setCore(opened);
      void opened.load();
      return () => {
        opened.destroy();
        setCore(null);
      };
    },
    [client, streamId, session, preview],
  );
  const state = useSyncExternalStore(core?.subscribe ?? subscribeNothing, core ? core.getSnapshot : () => emptyLiveSnapshot);
  return { attach, core, state };
}
