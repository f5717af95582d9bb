import { nominalHeight } from '@/lib/format/quality';
import { playerError } from '../errors';
import type { LiveEngine, LiveEngineStart } from './engine';

/** Only WebKit tells when its pictures were taken. */
interface DatedVideo extends HTMLVideoElement {
  getStartDate?: () => Date;
}

/** Plays through the browser's own HLS, as Safari does best. It chooses qualities and keeps the pace by itself. */
export function openLiveNativeEngine({ video, url, events }: LiveEngineStart): LiveEngine {
  const abort = new AbortController();
  const { signal } = abort;
  let current = url;

  video.addEventListener('progress', () => events.advanced(), { signal });
  video.addEventListener('durationchange', () => {
    if (Number.isFinite(video.duration)) events.finished();
  }, { signal });
  video.addEventListener('resize', () => events.activeHeight(nominalHeight(video.videoWidth, video.videoHeight)), { signal });
  video.addEventListener('error', () => {
    events.failed(playerError(video.error?.code === MediaError.MEDIA_ERR_DECODE ? 'decode' : 'network'));
  }, { signal });
  const open = () => {
    video.src = current;
  };
  open();

  return {
    timeline: () => {
      const { seekable, currentTime } = video;
      if (seekable.length === 0) return null;
      const began = (video as DatedVideo).getStartDate?.().getTime() ?? Number.NaN;
      return {
        start: seekable.start(0),
        edge: seekable.end(seekable.length - 1),
        holdBack: null,
        shownAt: Number.isFinite(began) ? began + currentTime * 1000 : null,
      };
    },
    setLevel: () => undefined,
    readdress: (next) => {
      current = next;
    },
    resume: () => {
      const playing = !video.paused;
      open();
      if (playing) void video.play().catch(() => undefined);
    },
    destroy: () => {
      abort.abort();
      video.removeAttribute('src');
      video.load();
    },
  };
}
