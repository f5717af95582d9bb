import { browserPage } from './browserPage';
import { openSocket } from './browserSocket';
import { bestMimeType } from './mimeType';
import { openCapture } from './openCapture';
import type { BroadcastPorts, Clock } from './ports';
import { problems, type BroadcastProblem } from './problem';
import { openRecorder } from './recorder';

const clock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

export function browserPorts(address: BroadcastPorts['address']): BroadcastPorts {
  return {
    address,
    openSocket,
    openRecorder,
    openCapture,
    mimeType: (withSound) => bestMimeType(withSound, (type) => MediaRecorder.isTypeSupported(type)),
    clock,
    page: browserPage,
  };
}

/** Why this browser cannot broadcast here, or null when it can. */
export function whyNot(): BroadcastProblem | null {
  if (!window.isSecureContext) return problems.insecure;
  const able = 'MediaRecorder' in window && 'mediaDevices' in navigator && 'AudioContext' in window;
  return able && bestMimeType(false, (type) => MediaRecorder.isTypeSupported(type)) !== null ? null : problems.unsupported;
}

/** Phones have no screen sharing. */
export function canShareScreen(): boolean {
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;
}
