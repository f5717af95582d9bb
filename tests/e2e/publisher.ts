import { type ChildProcess, spawn } from 'node:child_process';
import { liveFilm } from './films.ts';

/** Where an encoder sends to, as the dashboard shows it. */
export interface RtmpIngest {
  rtmpUrl: string;
  streamKey: string;
}

const running = new Set<Publisher>();

/** An encoder as people use one: an ffmpeg that sends a film over RTMP, in real time and on end. */
export class Publisher {
  /** Resolves with what ffmpeg said once it has ended for whatever reason. */
  readonly ended: Promise<string>;
  private readonly child: ChildProcess;

  private constructor(arguments_: string[]) {
    this.child = spawn('ffmpeg', ['-nostdin', '-v', 'error', ...arguments_], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    this.child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    this.ended = new Promise((done) => {
      this.child.once('close', () => {
        running.delete(this);
        done(said);
      });
    });
    running.add(this);
  }

  static send({ rtmpUrl, streamKey }: RtmpIngest, film = liveFilm()): Publisher {
    return new Publisher(['-re', '-stream_loop', '-1', '-i', film, '-c', 'copy', '-f', 'flv', '-flvflags', 'no_duration_filesize', `${rtmpUrl}/${streamKey}`]);
  }

  get sending(): boolean {
    return running.has(this);
  }

  /** The cable is pulled: no goodbye of any kind. */
  async unplug(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** The connection stays, and nothing comes over it. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  /** For after a test: none may be left, whatever has failed. */
  static async unplugAll(): Promise<void> {
    await Promise.all([...running].map((publisher) => publisher.unplug()));
  }
}
