import { useEffect, useRef } from 'react';

/** What this browser captures, without its sound: loudspeakers beside a microphone howl. */
export function LocalPreview({ media, mirrored }: { media: MediaStream; mirrored: boolean }) {
  const ref = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = ref.current;
    if (!video) return;
    video.srcObject = media;
    return () => {
      video.srcObject = null;
    };
  }, [media]);
  return (
    <video
      ref={ref}
      muted
      autoPlay
      playsInline
      aria-label="Your own picture, as this browser captures it"
      className={`aspect-video w-full rounded-xl bg-black object-contain ${mirrored ? '-scale-x-100' : ''}`}
    />
  );
}
