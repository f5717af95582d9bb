import { nominalHeight } from '@/lib/format/quality';
import type { Engine, EngineStart } from './engine';
import { playerError } from './errors';

/** Plays through the browser's own HLS, as Safari does best. It chooses qualities by itself. */
export function openNativeEngine({ video, url, startAt, events }: EngineStart): Engine {
  const abort = new AbortController();
  const { signal } = abort;
  let position = startAt;

  video.addEventListener('loadedmetadata', () => {
    if (position > 0) video.currentTime = position;
    events.growing(video.duration === Infinity);
    events.captions(captionTracks(video).map(({ label, language }, index) => ({ index, label: label || language })));
  }, { signal });
  video.addEventListener('durationchange', () => events.growing(video.duration === Infinity), { signal });
  video.addEventListener('resize', () => events.activeHeight(nominalHeight(video.videoWidth, video.videoHeight)), { signal });
  video.addEventListener('error', () => {
    events.failed(playerError(video.error?.code === MediaError.MEDIA_ERR_NETWORK ? 'network' : 'decode'));
  }, { signal });
  video.src = url;

  return {
    setLevel: () => undefined,
    setCaption: (chosen) => {
      captionTracks(video).forEach((track, index) => {
        track.mode = index === chosen ? 'showing' : 'disabled';
      });
    },
    readdress: (next) => {
      const playing = !video.paused;
      position = video.currentTime;
      video.src = next;
      if (playing) void video.play().catch(() => undefined);
    },
    destroy: () => {
      abort.abort();
      video.removeAttribute('src');
      video.load();
    },
  };
}

/** Chromium has begun to play HLS too, but without a choice of quality; only WebKit has this event. */
export function prefersNative(video: HTMLVideoElement): boolean {
  return 'WebKitPlaybackTargetAvailabilityEvent' in window && video.canPlayType('application/vnd.apple.mpegurl') !== '';
}

function captionTracks(video: HTMLVideoElement): TextTrack[] {
  return Array.from(video.textTracks).filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
}
