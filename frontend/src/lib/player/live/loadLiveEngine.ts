/** The code that plays broadcasts. Also called ahead, as soon as it is known that there will be something to play. */
export function loadLiveEngine(): Promise<typeof import('./liveHlsEngine')> {
  return import('./liveHlsEngine');
}
