import { playerError } from '../errors';
import { prefersNative } from '../nativeEngine';
import { EngineUnavailable } from '../playerCore';
import type { OpenLiveEngine } from './engine';
import { openLiveNativeEngine } from './liveNativeEngine';

export const openLiveEngine: OpenLiveEngine = async (start) => {
  if (prefersNative(start.video)) return openLiveNativeEngine(start);
  const { isHlsSupported, openLiveHlsEngine } = await loadLiveEngine();
  if (isHlsSupported()) return openLiveHlsEngine(start);
  throw new EngineUnavailable(playerError('unsupported'));
};

/** Also called ahead, as soon as it is known that there will be something to play. */
export function loadLiveEngine(): Promise<typeof import('./liveHlsEngine')> {
  return import('./liveHlsEngine');
}
