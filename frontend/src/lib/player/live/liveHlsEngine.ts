import Hls, { type ErrorData, type HlsConfig, type LoadPolicy } from 'hls.js/light';
import { nominalHeight } from '@/lib/format/quality';
import { playerError, playerErrorOfStatus, type PlayerError } from '../errors';
import { moveAddress } from '../signedAddress';
import { keepBandwidth, startBandwidth } from './bandwidth';
import type { LiveEngine, LiveEngineStart, LiveTimeline } from './engine';

/** A picture that breaks again so soon after a repair will not be repaired by another one. */
const repairAgainAfterMs = 10_000;

/** The core tries again by itself, with pauses that differ from viewer to viewer; here only what a hiccup costs. */
const hiccups: LoadPolicy = {
  default: {
    maxTimeToFirstByteMs: 10_000,
    maxLoadTimeMs: 20_000,
    timeoutRetry: { maxNumRetry: 1, retryDelayMs: 0, maxRetryDelayMs: 0 },
    errorRetry: { maxNumRetry: 2, retryDelayMs: 250, maxRetryDelayMs: 1_000, backoff: 'exponential' },
  },
};

/** Low-latency HLS through hls.js. This module is loaded only when a live player opens. */
export function openLiveHlsEngine({ video, url, events }: LiveEngineStart): LiveEngine {
  let current = url;
  let repairedAt = -Infinity;

  const config: Partial<HlsConfig> = {
    lowLatencyMode: true,
    // The core keeps the pace: hls.js only hurries with more than a second in hand, and never has that so near to the edge.
    maxLiveSyncPlaybackRate: 1,
    liveSyncOnStallIncrease: 0,
    liveDurationInfinity: true,
    // The quality is right from the first picture on, rather than measured with a poor one.
    testBandwidth: false,
    startFragPrefetch: true,
    abrEwmaDefaultEstimate: startBandwidth(),
    abrEwmaDefaultEstimateMax: 20_000_000,
    capLevelToPlayerSize: true,
    // Bounded on both sides of the picture: at the edge there is little ahead anyway, and hours of a broadcast do not stay in memory.
    maxBufferLength: 12,
    maxMaxBufferLength: 20,
    backBufferLength: 30,
    manifestLoadPolicy: hiccups,
    playlistLoadPolicy: hiccups,
    fragLoadPolicy: hiccups,
    xhrSetup: (xhr, address) => {
      const moved = moveAddress(address, url, current);
      if (moved !== address) xhr.open('GET', moved, true);
    },
  };
  const hls = new Hls(config);

  hls.on(Hls.Events.MANIFEST_PARSED, () => {
    const levels = hls.levels.map(({ width, height }, index) => ({ index, height: nominalHeight(width, height) }));
    events.levels(levels.filter(({ height }) => height > 0));
  });
  hls.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => {
    const { width = 0, height = 0 } = hls.levels[level] ?? {};
    events.activeHeight(nominalHeight(width, height));
  });
  hls.on(Hls.Events.LEVEL_UPDATED, (_, { details }) => {
    if (details.advanced) events.advanced();
    if (!details.live) events.finished();
  });
  hls.on(Hls.Events.ERROR, (_, data) => {
    if (!data.fatal) return;
    const now = performance.now();
    if (data.type === Hls.ErrorTypes.MEDIA_ERROR && now - repairedAt > repairAgainAfterMs) {
      repairedAt = now;
      hls.recoverMediaError();
      return;
    }
    events.failed(translate(data));
  });

  hls.loadSource(url);
  hls.attachMedia(video);

  return {
    timeline: () => timelineOf(hls),
    setLevel: (index) => {
      hls.nextLevel = index;
    },
    readdress: (next) => {
      current = next;
    },
    resume: () => {
      // Without a playlist of playlists there is nothing to go on with.
      if (hls.levels.length === 0) hls.loadSource(current);
      else hls.startLoad();
    },
    destroy: () => {
      keepBandwidth(hls.bandwidthEstimate);
      hls.destroy();
    },
  };
}

export function isHlsSupported(): boolean {
  return Hls.isSupported();
}

function timelineOf(hls: Hls): LiveTimeline | null {
  const details = hls.latestLevelDetails;
  if (!details) return null;
  const { fragmentStart: start, edge, age, live, partTarget, targetduration } = details;
  // Between two writings of the playlist the edge moves on; when no more is written, it stands.
  const moved = live ? Math.min(age, (partTarget || targetduration) * 1.5) : 0;
  return {
    start,
    edge: edge + moved,
    holdBack: live ? hls.targetLatency : 0,
    shownAt: hls.playingDate?.getTime() ?? null,
  };
}

function translate({ type, response }: ErrorData): PlayerError {
  if (type === Hls.ErrorTypes.NETWORK_ERROR) return playerErrorOfStatus(response?.code ?? 0);
  return playerError(type === Hls.ErrorTypes.MEDIA_ERROR ? 'decode' : 'server');
}
