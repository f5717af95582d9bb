import { Clapperboard, DiscAlbum, Music2 } from 'lucide-react';

export const sections = [
  { title: null, links: [{ to: '/videos', label: 'Videos', icon: Clapperboard }] },
  {
    title: 'Music',
    links: [
      { to: '/albums', label: 'Albums', icon: DiscAlbum },
      { to: '/tracks', label: 'Tracks', icon: Music2 },
    ],
  },
] as const;
