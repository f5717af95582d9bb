import { Store } from '@/lib/store';

/** Where the player on a page stands, for the chat beside it. */
export type WatchPlace =
  | { kind: 'none' }
  | {
      kind: 'live';
      /** When the picture was taken, in seconds since 1970. */
      at: number;
      /** Further behind than delay explains: somebody went back. */
      rewound: boolean;
      toLive: () => void;
    }
  | {
      kind: 'recording';
      videoId: string;
      /** Seconds from its beginning. */
      at: number;
      /** It was played or moved, not only shown. */
      begun: boolean;
    };

/** Seconds behind live with which somebody counts as having gone back, and with which they are live again. */
const rewoundFrom = 15;
const liveFrom = 10;

const none: WatchPlace = { kind: 'none' };

export class WatchPlaces extends Store<WatchPlace> {
  constructor() {
    super(none);
  }

  live({ at, behind, playing, toLive }: { at: number; behind: number; playing: boolean; toLive: () => void }): void {
    const known = this.getSnapshot();
    const was = known.kind === 'live' && known.rewound;
    // Who pauses to write has not gone back.
    const rewound = was ? behind > liveFrom : playing && behind > rewoundFrom;
    this.set({ kind: 'live', at, rewound, toLive });
  }

  recording(videoId: string, at: number, playing: boolean): void {
    const known = this.getSnapshot();
    const was = known.kind === 'recording' && known.videoId === videoId && known.begun;
    this.set({ kind: 'recording', videoId, at, begun: was || playing || at > 0 });
  }

  none(): void {
    this.set(none);
  }
}
