import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { useFullscreen } from '@/hooks/useFullscreen';
import { useIdle } from '@/hooks/useIdle';
import { useLivePlayer } from '@/hooks/useLivePlayer';
import { usePlayerKeys } from '@/hooks/usePlayerKeys';
import type { WatchPlaces } from '@/lib/chat/watchPlace';
import type { LiveCore } from '@/lib/player/live/liveCore';
import type { LiveSnapshot } from '@/lib/player/live/liveSnapshot';
import type { StreamStatus } from '@/types';
import { LiveControls } from './LiveControls';
import { LiveMessage } from './LiveMessage';
import { UnmuteHint } from './UnmuteHint';

interface LivePlayerProps {
  streamId: string;
  /** The session that is on. */
  session: number;
  title: string;
  status: StreamStatus;
  poster: string | null;
  /** Shows the owner what the encoder sends, whether it is live or not; in silence, and counted as no viewer. */
  preview?: boolean;
  /** The broadcast has ended and was watched to its end, or is not watched any more. */
  onOver?: () => void;
  /** Told where the player stands. */
  places?: WatchPlaces | undefined;
  className?: string;
}

export function LivePlayer({ streamId, session, title, status, poster, preview = false, onOver, places, className = '' }: LivePlayerProps) {
  const box = useRef<HTMLDivElement>(null);
  const { attach, core, state } = useLivePlayer(streamId, session, preview);
  const fullscreen = useFullscreen(box);
  const [menuOpen, setMenuOpen] = useState(false);
  const { idle, touched, left } = useIdle(state.playing && !menuOpen);
  usePlayerKeys({
    core,
    toggleFullscreen: fullscreen.toggle,
    isInside: (target) => box.current?.contains(target) === true,
    touched,
  });
  useEffect(() => {
    if (status === 'live') core?.nudge();
  }, [core, status]);
  useOver(status, state, onOver);
  usePlace(places, core, state);
  const press = ({ nativeEvent }: MouseEvent) => {
    // A finger calls the controls up and sends them away; only a mouse plays and pauses on the picture itself.
    const finger = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch' && state.playing;
    if (!finger) core?.toggle();
    else if (idle) touched();
    else left();
  };
  return (
    <div
      ref={box}
      role="region"
      aria-label={preview ? `Preview: ${title}` : `Live player: ${title}`}
      onPointerMove={(event) => event.pointerType === 'mouse' && touched()}
      onPointerLeave={(event) => event.pointerType === 'mouse' && left()}
      onFocus={touched}
      className={`group/player relative isolate overflow-hidden [container-type:size] bg-black text-white select-none ${idle ? 'cursor-none' : ''} ${className}`}
    >
      <video
        ref={attach}
        playsInline
        poster={poster ?? undefined}
        aria-label={title}
        className="size-full object-contain"
        onClick={press}
        onDoubleClick={fullscreen.toggle}
      />
      <LiveMessage state={state} status={status} preview={preview} onRetry={() => core?.retry()} />
      {core && state.silenced && state.phase !== 'error' && <UnmuteHint onUnmute={() => core.toggleMuted()} />}
      {core && state.phase !== 'error' && (
        <LiveControls
          core={core}
          state={state}
          preview={preview}
          status={status}
          hidden={idle}
          onTouched={touched}
          fullscreen={fullscreen}
          menuOpen={menuOpen}
          onMenu={setMenuOpen}
        />
      )}
    </div>
  );
}

/** What is still on its way when the end is told. */
const lastSecondsMs = 3_000;

/** An ended broadcast is left once nobody watches the rest of it: at its end, when it is paused, or when no more comes. */
function useOver(status: StreamStatus, { over, playing, phase, buffering }: LiveSnapshot, onOver: (() => void) | undefined): void {
  const ended = status === 'ended';
  const left = ended && (over || !playing || phase === 'waiting' || phase === 'error');
  const stands = ended && buffering;
  useEffect(() => {
    if (left) onOver?.();
    if (left || !stands) return;
    const timer = setTimeout(() => onOver?.(), lastSecondsMs);
    return () => clearTimeout(timer);
  }, [left, stands, onOver]);
}

function usePlace(places: WatchPlaces | undefined, core: LiveCore | null, { phase, playing, behind, latency, shownAt }: LiveSnapshot): void {
  useEffect(() => {
    if (!places || !core || phase === 'loading' || phase === 'error') return;
    const at = (shownAt ?? Date.now() - (latency ?? behind) * 1000) / 1000;
    places.live({ at, behind, playing, toLive: () => core.toLive() });
  }, [places, core, phase, playing, behind, latency, shownAt]);
  useEffect(() => () => places?.none(), [places]);
}
