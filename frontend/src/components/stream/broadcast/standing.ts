import type { Stream } from '@/types';

export type Tone = 'rest' | 'wait' | 'live' | 'warn';

/** How a stream stands, for its broadcaster, and what to do next. */
export interface Standing {
  tone: Tone;
  badge: string;
  headline: string;
  sentence: string;
}

type Facts = Pick<Stream, 'status' | 'signal' | 'visibility' | 'recording' | 'session'>;

/** @param secondsLeft Of the grace while reconnecting; null when it is not known. */
export function standingOf(stream: Facts, secondsLeft: number | null): Standing {
  const { status, signal } = stream;
  switch (status) {
    case 'starting':
      return signal === 'none'
        ? { tone: 'wait', badge: 'Waiting', headline: 'Waiting for your picture', sentence: 'You go live as soon as your encoder or this browser sends. After 15 minutes without a picture the start is called off.' }
        : { tone: 'wait', badge: 'Starting', headline: 'Going live', sentence: 'Your picture is there. Viewers see it in a moment.' };
    case 'live':
      return signal === 'starved'
        ? { tone: 'warn', badge: 'Live', headline: 'Too little arrives', sentence: 'Viewers see the picture stop. Lower the bitrate of your encoder, or check your upload.' }
        : { tone: 'live', badge: 'Live', headline: 'You are live', sentence: audienceOf(stream) };
    case 'reconnecting':
      return { tone: 'warn', badge: 'Reconnecting', headline: 'Your picture is lost', sentence: reconnectingSentence(secondsLeft) };
    default:
      return resting(stream);
  }
}

function resting(stream: Facts): Standing {
  if (stream.signal === 'receiving') {
    return { tone: 'wait', badge: 'Preview', headline: 'Private preview', sentence: 'You see your picture, nobody else does. Go live when you are ready.' };
  }
  if (stream.signal === 'starved') {
    return { tone: 'warn', badge: 'Preview', headline: 'Too little arrives', sentence: 'Only you see this. Lower the bitrate of your encoder, or check your upload, before you go live.' };
  }
  if (stream.status === 'ended') return { tone: 'rest', badge: 'Ended', headline: 'Your last session is over', sentence: afterwards(stream) };
  const badge = stream.status === 'scheduled' ? 'Scheduled' : 'Offline';
  const unplanned = stream.status === 'scheduled' ? ' It never starts by itself.' : '';
  return { tone: 'rest', badge, headline: 'No picture yet', sentence: `Point your encoder here, or use your camera in this browser. Nobody sees anything until you go live.${unplanned}` };
}

function audienceOf({ visibility }: Facts): string {
  if (visibility === 'public') return 'Everyone can find and watch you.';
  return visibility === 'unlisted' ? 'Everyone with the link can watch you.' : 'The stream is private: only you can watch it.';
}

function reconnectingSentence(secondsLeft: number | null): string {
  if (secondsLeft === null) return 'Viewers wait. Bring your encoder back within a minute, or the session ends by itself.';
  if (secondsLeft === 0) return 'The minute is over: the session is being ended.';
  return `Viewers wait. Bring your encoder back within ${secondsLeft} ${secondsLeft === 1 ? 'second' : 'seconds'}, or the session ends by itself.`;
}

function afterwards({ recording }: Facts): string {
  switch (recording?.status) {
    case 'recording':
    case 'finishing':
      return 'Its recording is being made into a video. You can go live again at any time.';
    case 'ready':
      return 'Its recording can be watched. You can go live again at any time.';
    case 'failed':
      return 'There is no recording of it, although one was wanted. You can go live again at any time.';
    default:
      return 'It was not recorded. You can go live again at any time.';
  }
}

export const signalWords = { none: 'No signal', receiving: 'Signal is good', starved: 'Too little arrives' } as const;

/** Whether a session is on. */
export function isOn(status: Stream['status']): boolean {
  return status === 'starting' || status === 'live' || status === 'reconnecting';
}

const graceSeconds = 60;

/** Seconds until the server ends the session, from when the encoder was lost; null when that is not known. */
export function graceLeft(lostAt: string | null, now: number): number | null {
  if (lostAt === null) return null;
  const left = graceSeconds - (now - Date.parse(lostAt)) / 1000;
  return Math.min(graceSeconds, Math.max(0, Math.ceil(left)));
}
