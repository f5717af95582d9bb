import Hls, { type ErrorData, type HlsConfig } from 'hls.js';
import { nominalHeight } from '@/lib/format/quality';
import type { Engine, EngineStart } from './engine';
import { playerError, playerErrorOfStatus, type PlayerError } from './errors';
import { moveAddress } from './signedAddress';

/** A picture that breaks again so soon after a repair will not be repaired by another one. */
const repairAgainAfterMs = 10_000;

/** Plays through hls.js. This module is loaded only when a player opens. */
export function openHlsEngine({ video, url, startAt, events }: EngineStart): Engine {
  let current = url;
  let repairedAt = -Infinity;

  const config: Partial<HlsConfig> = {
    startPosition: startAt,
    // A playlist that still grows is watched from its beginning like a film, never chased like a broadcast.
    liveDurationInfinity: false,
    lowLatencyMode: false,
    maxLiveSyncPlaybackRate: 1,
    capLevelToPlayerSize: true,
    maxBufferLength: 30,
    maxMaxBufferLength: 120,
    backBufferLength: 90,
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
  hls.on(Hls.Events.LEVEL_UPDATED, (_, { details }) => events.growing(details.live));
  hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, (_, { subtitleTracks }) => {
    events.captions(subtitleTracks.map(({ name }, index) => ({ index, label: name })));
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

  hls.subtitleTrack = -1;
  hls.loadSource(url);
  hls.attachMedia(video);

  return {
    setLevel: (index) => {
      hls.nextLevel = index;
    },
    setCaption: (index) => {
      hls.subtitleTrack = index;
    },
    readdress: (next) => {
      current = next;
    },
    destroy: () => hls.destroy(),
  };
}

export function isHlsSupported(): boolean {
  return Hls.isSupported();
}

function translate({ type, response }: ErrorData): PlayerError {
  if (type === Hls.ErrorTypes.NETWORK_ERROR) return playerErrorOfStatus(response?.code ?? 0);
  return playerError(type === Hls.ErrorTypes.MEDIA_ERROR ? 'decode' : 'server');
}
