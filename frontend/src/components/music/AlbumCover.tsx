import { DiscAlbum } from 'lucide-react';

/** Albums have no picture of their own: a quiet one is made of the id, the same every time. */
export function AlbumCover({ id, className = '' }: { id: string; className?: string }) {
  const seed = Array.from(id).reduce((sum, letter) => (sum * 33 + (letter.codePointAt(0) ?? 0)) % 3600, 5);
  const hue = seed / 10;
  const angle = 100 + (seed % 120);
  return (
    <div
      aria-hidden="true"
      className={`flex items-center justify-center ${className}`}
      style={{
        background: `linear-gradient(${angle}deg, oklch(0.42 0.1 ${hue}), oklch(0.28 0.07 ${(hue + 50) % 360}) 60%, oklch(0.2 0.04 ${(hue + 80) % 360}))`,
      }}
    >
      <DiscAlbum className="size-1/4 max-h-14 max-w-14 text-white/60" strokeWidth={1.25} />
    </div>
  );
}
