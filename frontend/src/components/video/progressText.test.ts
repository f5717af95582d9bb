import { describe, expect, it } from 'vitest';
import { uploadSentence } from '@/components/upload/uploadSentence';
import type { UploadSnapshot } from '@/lib/upload/uploadItem';
import type { TranscodeProgress } from '@/types';
import { longProgress, shortProgress } from './progressText';

const none = { percent: null, secondsLeft: null, queuePlace: null };

describe('progress in words', () => {
  it.each<[TranscodeProgress | null, string, string]>([
    [null, 'Processing', 'Processing'],
    [{ ...none, phase: 'queued', queuePlace: 3 }, 'In line, place 3', 'Waiting in line · place 3'],
    [{ ...none, phase: 'queued' }, 'In line', 'Waiting in line'],
    [{ ...none, phase: 'probing' }, 'Looking at the file', 'Looking at the file'],
    [{ ...none, phase: 'transcoding', percent: 43.9, secondsLeft: 121 }, 'Preparing 43 %', 'Preparing · 43 % · 2 minutes left'],
    [{ ...none, phase: 'uploading', percent: 100, secondsLeft: 1 }, 'Finishing 100 %', 'Finishing · 100 % · a few seconds left'],
  ])('%j', (progress, short, long) => expect([shortProgress(progress), longProgress(progress)]).toEqual([short, long]));
});

describe('uploads in words', () => {
  const base = { phase: 'sending', size: 14e6, sentBytes: 4e6, speed: null, secondsLeft: null, reconnecting: false } as UploadSnapshot;
  it.each<[Partial<UploadSnapshot>, string]>([
    [{}, '4.0 MB of 14.0 MB'],
    [{ speed: 5.1e6, secondsLeft: 92 }, '4.0 MB of 14.0 MB · 5.1 MB/s · 2 minutes left'],
    [{ reconnecting: true, speed: 1 }, '4.0 MB of 14.0 MB · the connection is lost; trying again'],
    [{ phase: 'queued' }, '14.0 MB · waits for its turn'],
    [{ phase: 'paused' }, '4.0 MB of 14.0 MB · paused'],
    [{ phase: 'confirming' }, '14.0 MB · all sent, being checked'],
  ])('%j', (patch, sentence) => expect(uploadSentence({ ...base, ...patch })).toBe(sentence));
});
