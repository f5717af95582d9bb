import { formatTimeLeft } from '@/lib/format/duration';
import type { TranscodePhase, TranscodeProgress } from '@/types';

const phaseNames: Record<TranscodePhase, string> = {
  queued: 'Waiting in line',
  probing: 'Looking at the file',
  transcoding: 'Preparing',
  uploading: 'Finishing',
};

/** `Preparing 43 %`. */
export function shortProgress(progress: TranscodeProgress | null): string {
  if (!progress) return 'Processing';
  const { phase, percent, queuePlace } = progress;
  if (phase === 'queued') return queuePlace === null ? 'In line' : `In line, place ${queuePlace}`;
  return percent === null ? phaseNames[phase] : `${phaseNames[phase]} ${Math.floor(percent)} %`;
}

/** `Preparing · 43 % · 2 minutes left`. */
export function longProgress(progress: TranscodeProgress | null): string {
  if (!progress) return 'Processing';
  const { phase, percent, secondsLeft, queuePlace } = progress;
  return [
    phaseNames[phase],
    phase === 'queued' && queuePlace !== null ? `place ${queuePlace}` : null,
    phase !== 'queued' && percent !== null ? `${Math.floor(percent)} %` : null,
    secondsLeft === null ? null : `${formatTimeLeft(secondsLeft)} left`,
  ].filter((part) => part !== null).join(' · ');
}
