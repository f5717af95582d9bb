import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const folder = join(tmpdir(), 'contentpages-e2e-films');

/** A film with a moving picture and a tone, made once and kept. */
export function film(seconds: number, size = '1280x720', bitrate = '1M'): string {
  return made(`film-${String(seconds)}s-${size}-${bitrate}.mp4`, [
    ...sources(size),
    '-t', String(seconds), '-c:v', 'libx264', '-preset', 'ultrafast', '-b:v', bitrate, '-minrate', bitrate, '-maxrate', bitrate,
    '-bufsize', bitrate, '-x264-params', 'nal-hrd=cbr', '-pix_fmt', 'yuv420p', '-c:a', 'aac', '-movflags', '+faststart',
  ]);
}

const h264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-b:v', '600k', '-pix_fmt', 'yuv420p', '-sc_threshold', '0'];
const kinds = {
  /** As it should be: H.264 with a keyframe every two seconds, and AAC. */
  good: [...h264, '-g', '60', '-c:a', 'aac'],
  /** One keyframe, and no more for the length of the film. */
  keyframeless: [...h264, '-g', '100000', '-c:a', 'aac'],
  soundOnly: ['-vn', '-c:a', 'aac'],
  /** Sorenson Spark, what cameras sent before H.264. */
  spark: ['-c:v', 'flv', '-b:v', '600k', '-g', '60', '-c:a', 'aac'],
};

/** What an encoder sends: a minute of 640x360 at 30 frames a second, ready to be sent as it is. */
export function liveFilm(kind: keyof typeof kinds = 'good'): string {
  return made(`live-${kind}.flv`, [...sources('640x360'), '-t', '60', ...kinds[kind]]);
}

function sources(size: string): string[] {
  return ['-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=30`, '-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=48000'];
}

function made(name: string, arguments_: string[]): string {
  const file = join(folder, name);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const part = `${file}.part${extname(file)}`;
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...arguments_, part]);
  renameSync(part, file);
  return file;
}
