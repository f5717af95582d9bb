/** Why a broadcast does not go on, or what is wrong with it. */
export interface BroadcastProblem {
  code: string;
  sentence: string;
}

export const problems = {
  unsupported: { code: 'unsupported', sentence: 'This browser cannot record live video. Use a current Chrome, Edge, Firefox or Safari, or an encoder such as OBS.' },
  insecure: { code: 'insecure', sentence: 'Browsers give access to camera and screen only on secure pages. Open this site over https, or on the machine itself as localhost.' },
  ended: { code: 'ended', sentence: 'The stream has ended, so nothing is sent any more.' },
  noBrowserIngest: { code: 'no_browser_ingest', sentence: 'This server takes no video from browsers. Use an encoder such as OBS.' },
  gaveUp: { code: 'unreachable', sentence: 'The server could not be reached for a minute, so this page stopped trying. Check your connection, then send again.' },
  recorder: { code: 'recorder', sentence: 'The browser stopped recording, and again after a new start. Choose another camera or a smaller picture, then send again.' },
  cameraGone: { code: 'camera_gone', sentence: 'The camera is gone. Plug it in again or choose another one. If you are live, viewers wait up to a minute for you.' },
  screenEnded: { code: 'screen_ended', sentence: 'You ended the screen share in the browser, so nothing is sent any more. Share again to go on. If you are live, viewers wait up to a minute for you.' },
} as const satisfies Record<string, BroadcastProblem>;
