const key = 'player.bandwidth';
/** Enough for most broadcasts at full size; a slower line is noticed within seconds. */
const usualBits = 6_000_000;

/** Bits a second that a new player may reckon with: what the last one measured, or else what the browser thinks. */
export function startBandwidth(storage: Pick<Storage, 'getItem'> = sessionStorage): number {
  const kept = Number(read(storage));
  if (Number.isFinite(kept) && kept > 0) return kept;
  const { connection } = navigator as { connection?: { downlink?: number } };
  return connection?.downlink ? Math.max(500_000, connection.downlink * 1_000_000) : usualBits;
}

export function keepBandwidth(bits: number, storage: Pick<Storage, 'setItem'> = sessionStorage): void {
  if (!Number.isFinite(bits) || bits <= 0) return;
  try {
    storage.setItem(key, String(Math.round(bits)));
  } catch {
    // Storage may be full or forbidden; the next player measures anew.
  }
}

function read(storage: Pick<Storage, 'getItem'>): string | null {
  try {
    return storage.getItem(key);
  } catch {
    return null;
  }
}
