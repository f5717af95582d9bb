import { nominalHeight } from '@/lib/format/quality';
import type { StreamHealth } from '@/types';

/** `2.5 Mbit/s`, `640 kbit/s`. */
export function formatBitrate(kbps: number): string {
  return kbps < 1000 ? `${Math.round(kbps)} kbit/s` : `${(kbps / 1000).toFixed(1)} Mbit/s`;
}

const codecs: Record<string, string> = { h264: 'H.264', hevc: 'H.265', vp8: 'VP8', vp9: 'VP9', av1: 'AV1', aac: 'AAC', opus: 'Opus', mp3: 'MP3' };

function codecName(codec: string): string {
  return codecs[codec] ?? codec.toUpperCase();
}

/** What there is to say of a signal now, by name. What cannot be told yet is a dash. */
export function healthFigures(health: StreamHealth): [name: string, value: string][] {
  const { bitrateKbps, frameRate, keyframeIntervalSeconds, width, height, videoCodec, audioCodec, droppedFrames, source } = health;
  const known = (value: number, text: string) => (value > 0 ? text : '–');
  return [
    ['Bitrate', known(bitrateKbps, formatBitrate(bitrateKbps))],
    ['Frame rate', known(frameRate, `${frameRate.toFixed(frameRate < 10 ? 1 : 0)} per second`)],
    ['Keyframe every', known(keyframeIntervalSeconds, `${keyframeIntervalSeconds.toFixed(1)} s`)],
    ['Picture', known(width * height, `${width} × ${height} (${nominalHeight(width, height)}p)`)],
    ['Video', videoCodec === null ? 'None' : codecName(videoCodec)],
    ['Sound', audioCodec === null ? 'None' : codecName(audioCodec)],
    ['Frames missing', droppedFrames.toLocaleString('en')],
    ['Comes from', source === 'browser' ? 'A browser' : source === 'rtmp' ? 'An encoder' : '–'],
  ];
}
