import { useCallback, useState, useSyncExternalStore } from 'react';
import { getStreamURL } from '@/lib/api/videos';
import { openMemory } from '@/lib/player/memory';
import { openEngine } from '@/lib/player/openEngine';
import { PlayerCore } from '@/lib/player/playerCore';
import { emptySnapshot, type PlayerSnapshot } from '@/lib/player/snapshot';

export interface Player {
  /** For the `ref` of the video element. */
  attach: (video: HTMLVideoElement) => () => void;
  core: PlayerCore | null;
  state: PlayerSnapshot;
}

const subscribeNothing = () => () => undefined;

/** A player core that lives as long as its video element. */
export function usePlayer(videoId: string): Player {
  const [core, setCore] = useState<PlayerCore | null>(null);
  const attach = useCallback(
    (video: HTMLVideoElement) => {
      const opened = new PlayerCore(videoId, video, {
        loadStream: (signal) => getStreamURL(videoId, signal),
        openEngine,
        memory: openMemory(),
        now: () => Date.now(),
      });
      setCore(opened);
      void opened.load();
      return () => {
        opened.destroy();
        setCore(null);
      };
    },
    [videoId],
  );
  const state = useSyncExternalStore(core?.subscribe ?? subscribeNothing, core ? core.getSnapshot : () => emptySnapshot);
  return { attach, core, state };
}
