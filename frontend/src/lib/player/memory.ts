/** Where people were, for so many videos; the ones watched longest ago are forgotten first. */
const mostPlaces = 200;
const placesKey = 'player.places';
const soundKey = 'player.sound';
/** The first seconds are not worth returning to, nor are the last. */
const edgeSeconds = 5;

export interface Sound {
  volume: number;
  muted: boolean;
}

export interface PlayerMemory {
  placeOf(videoId: string): number;
  keepPlace(videoId: string, seconds: number, duration: number): void;
  sound(): Sound;
  keepSound(sound: Sound): void;
}

export function openMemory(storage: Pick<Storage, 'getItem' | 'setItem'> = localStorage): PlayerMemory {
  return {
    placeOf: (videoId) => new Map(readPlaces(storage)).get(videoId) ?? 0,
    keepPlace(videoId, seconds, duration) {
      const others = readPlaces(storage).filter(([id]) => id !== videoId);
      const worthIt = seconds > edgeSeconds && seconds < duration - edgeSeconds;
      const places = worthIt ? [...others, [videoId, Math.round(seconds * 10) / 10] as const] : others;
      write(storage, placesKey, places.slice(-mostPlaces));
    },
    sound() {
      const kept = read(storage, soundKey) as Partial<Sound> | null;
      const volume = typeof kept?.volume === 'number' ? Math.min(1, Math.max(0, kept.volume)) : 1;
      return { volume, muted: kept?.muted === true };
    },
    keepSound: (sound) => write(storage, soundKey, sound),
  };
}

function readPlaces(storage: Pick<Storage, 'getItem'>): [string, number][] {
  const kept = read(storage, placesKey);
  return Array.isArray(kept) ? kept.filter(isPlace) : [];
}

function isPlace(value: unknown): value is [string, number] {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'number';
}

function read(storage: Pick<Storage, 'getItem'>, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

function write(storage: Pick<Storage, 'setItem'>, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage may be full or forbidden; forgetting is no error.
  }
}
