const withSound = [
  'video/webm;codecs=h264,opus',
  'video/webm;codecs=avc1.42E01F,opus',
  'video/mp4;codecs=avc1.42E01F,mp4a.40.2',
  'video/webm;codecs=vp8,opus',
  'video/webm;codecs=vp9,opus',
];
const silent = [
  'video/webm;codecs=h264',
  'video/webm;codecs=avc1.42E01F',
  'video/mp4;codecs=avc1.42E01F',
  'video/webm;codecs=vp8',
  'video/webm;codecs=vp9',
];

/**
 * What to record: H.264 first, for the server passes it on as it is; VP8 before VP9, for it is cheaper at both ends. Null when the
 * browser can record none of them.
 */
export function bestMimeType(sound: boolean, supported: (type: string) => boolean): string | null {
  return (sound ? withSound : silent).find(supported) ?? null;
}
