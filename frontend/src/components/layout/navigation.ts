import { Clapperboard, DiscAlbum, Music2, Radio } from 'lucide-react';

export const sections = [
  {
    title: null,
    links: [
      { to: '/videos', label: 'Videos', icon: Clapperboard },
      { to: '/streams', label: 'Streams', icon: Radio },
    ],
  },
  {
    title: 'Music',
    links: [
      { to: '/albums', label: 'Albums', icon: DiscAlbum },
      { to: '/tracks', label: 'Tracks', icon: Music2 },
    ],
  },
] as const;
