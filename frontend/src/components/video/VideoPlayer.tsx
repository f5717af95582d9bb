import { Play } from 'lucide-react';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { useFullscreen } from '@/hooks/useFullscreen';
import { useIdle } from '@/hooks/useIdle';
import { usePlayer } from '@/hooks/usePlayer';
import { usePlayerKeys } from '@/hooks/usePlayerKeys';
import type { WatchPlaces } from '@/lib/chat/watchPlace';
import { PlayerControls } from './PlayerControls';
import { PlayerMessage } from './PlayerMessage';

interface VideoPlayerProps {
  videoId: string;
  title: string;
  poster: string | null;
  storyboard: string | null;
  /** Seconds at which something happened, shown on the seek bar. */
  marks?: readonly number[] | undefined;
  /** Told where the player stands. */
  places?: WatchPlaces | undefined;
  className?: string;
}

const none: readonly number[] = [];

export function VideoPlayer({ videoId, title, poster, storyboard, marks = none, places, className = '' }: VideoPlayerProps) {
  const box = useRef<HTMLDivElement>(null);
  const { attach, core, state } = usePlayer(videoId);
  const { time, playing } = state;
  useEffect(() => places?.recording(videoId, time, playing), [places, videoId, time, playing]);
  useEffect(() => () => places?.none(), [places]);
  const fullscreen = useFullscreen(box);
  const [menuOpen, setMenuOpen] = useState(false);
  const { idle, touched, left } = useIdle(state.playing && !menuOpen);
  usePlayerKeys({
    core,
    toggleFullscreen: fullscreen.toggle,
    isInside: (target) => box.current?.contains(target) === true,
    touched,
  });
  const press = ({ nativeEvent }: MouseEvent) => {
    // A finger calls the controls up and sends them away; only a mouse plays and pauses on the picture itself.
    const finger = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch' && state.playing;
    if (!finger) core?.toggle();
    else if (idle) touched();
    else left();
  };
  const untouched = !state.playing && state.time === 0 && state.phase !== 'error';
  return (
    <div
      ref={box}
      role="region"
      aria-label={`Video player: ${title}`}
      onPointerMove={(event) => event.pointerType === 'mouse' && touched()}
      onPointerLeave={(event) => event.pointerType === 'mouse' && left()}
      onFocus={touched}
      className={`group/player relative isolate overflow-hidden [container-type:size] bg-black text-white select-none ${idle ? 'cursor-none' : ''} ${className}`}
    >
      {/* Captions come with the playlist when there are any. */}
      <video
        ref={attach}
        playsInline
        preload="metadata"
        poster={poster ?? undefined}
        aria-label={title}
        className="size-full object-contain"
        onClick={press}
        onDoubleClick={fullscreen.toggle}
      />
      {untouched && (
        // Decoration: a press anywhere plays, and so does the button below.
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 m-auto flex size-16 items-center justify-center rounded-full bg-black/60 backdrop-blur-sm transition-colors group-hover/player:bg-black/75 md:size-20"
        >
          <Play className="ml-1 size-7 fill-current md:size-9" />
        </div>
      )}
      <PlayerMessage state={state} onRetry={() => void core?.retry()} />
      {core && state.phase !== 'error' && (
        <PlayerControls core={core} state={state} storyboard={state.storyboard ?? storyboard} marks={marks} hidden={idle} onTouched={touched} fullscreen={fullscreen} menuOpen={menuOpen} onMenu={setMenuOpen} />
      )}
    </div>
  );
}
