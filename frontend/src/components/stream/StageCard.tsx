import type { ReactNode } from 'react';
import { Spinner } from '@/components/ui/Spinner';
import { stageClass } from '@/components/video/stageClass';

interface StageCardProps {
  cover: string | null;
  title: string;
  sentence?: string;
  /** Below everything else. */
  note?: ReactNode;
  busy?: boolean;
  children?: ReactNode;
}

/** Stands where the player will be: words on the cover. */
export function StageCard({ cover, title, sentence, note, busy = false, children }: StageCardProps) {
  return (
    <div className={`relative isolate flex items-center justify-center overflow-hidden bg-[#16181b] text-white ${stageClass}`}>
      {cover !== null && <img src={cover} alt="" className="absolute inset-0 -z-10 size-full object-cover" />}
      <div aria-hidden="true" className={`absolute inset-0 -z-10 ${cover === null ? '' : 'bg-black/65'}`} />
      <div className="flex max-h-full flex-col items-center gap-2 overflow-y-auto p-4 text-center sm:gap-3 sm:p-6">
        {busy && <Spinner className="size-7" />}
        <p className="text-lg font-semibold md:text-2xl">{title}</p>
        {sentence !== undefined && (
          <p role="status" className="max-w-md text-sm text-white/90 md:text-base">
            {sentence}
          </p>
        )}
        {children}
        {note !== undefined && <p className="max-w-md text-sm text-white/90 md:text-base">{note}</p>}
      </div>
    </div>
  );
}
