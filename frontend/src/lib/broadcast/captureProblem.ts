import type { SourceKind } from './capture';
import type { BroadcastProblem } from './problem';
import { problems } from './problem';

/** A sentence for what `getUserMedia` and `getDisplayMedia` throw. */
export function captureProblem(error: unknown, kind: SourceKind): BroadcastProblem {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return kind === 'screen'
        ? { code: 'permission', sentence: 'Nothing was shared. Choose a window or a screen when the browser asks; if it does not ask, allow screen sharing for this site in its settings.' }
        : { code: 'permission', sentence: 'The browser was not allowed to use camera and microphone. Allow them with the icon beside the address, then try again.' };
    case 'NotFoundError':
    case 'OverconstrainedError':
      return { code: 'not_found', sentence: 'No such camera or microphone was found. Plug one in, or choose another one.' };
    case 'NotReadableError':
    case 'AbortError':
      return { code: 'in_use', sentence: 'The device could not be opened. Another program may be using it: close that one, then try again.' };
    case 'NotSupportedError':
      return problems.unsupported;
    default:
      return { code: 'capture', sentence: 'The device could not be opened. Try again, or choose another one.' };
  }
}
