import { beforeEach, describe, expect, it } from 'vitest';
import { WatchPlaces } from './watchPlace';

let places: WatchPlaces;
const toLive = () => undefined;
const rewound = (behind: number, playing = true) => {
  places.live({ at: 0, behind, playing, toLive });
  const place = places.getSnapshot();
  return place.kind === 'live' && place.rewound;
};

beforeEach(() => {
  places = new WatchPlaces();
});

describe('WatchPlaces', () => {
  it('calls it gone back beyond 15 seconds, until it is within 10', () => {
    expect([2, 15, 15.1, 11, 10, 12].map((behind) => rewound(behind))).toEqual([false, false, true, true, false, false]);
  });

  it('does not call a pause gone back', () => {
    expect([rewound(40, false), rewound(40), rewound(40, false)]).toEqual([false, true, true]);
  });

  it('counts a recording as begun once it was played or moved', () => {
    const begun = (at: number, playing: boolean, videoId = 'v') => {
      places.recording(videoId, at, playing);
      const place = places.getSnapshot();
      return place.kind === 'recording' && place.begun;
    };
    expect([begun(0, false), begun(0, true), begun(0, false), begun(0, false, 'w'), begun(5, false, 'w')]).toEqual([false, true, true, false, true]);
  });
});
