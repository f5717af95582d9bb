import type { OpenEngine } from './engine';
import { playerError } from './errors';
import { openNativeEngine, prefersNative } from './nativeEngine';
import { EngineUnavailable } from './playerCore';

export const openEngine: OpenEngine = async (start) => {
  if (prefersNative(start.video)) return openNativeEngine(start);
  const { isHlsSupported, openHlsEngine } = await import('./hlsEngine');
  if (isHlsSupported()) return openHlsEngine(start);
  throw new EngineUnavailable(playerError('unsupported'));
};
