import { playerError } from '../errors';
import { prefersNative } from '../nativeEngine';
import { EngineUnavailable } from '../playerCore';
import type { OpenLiveEngine } from './engine';
import { openLiveNativeEngine } from './liveNativeEngine';
import { loadLiveEngine } from './loadLiveEngine';

export const openLiveEngine: OpenLiveEngine = async (start) => {
  if (prefersNative(start.video)) return openLiveNativeEngine(start);
  const { isHlsSupported, openLiveHlsEngine } = await loadLiveEngine();
  if (isHlsSupported()) return openLiveHlsEngine(start);
  throw new EngineUnavailable(playerError('unsupported'));
};
