import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Embedded or Orleans: which of the built programs is looked at. */
const engine = process.env['ENGINE'] ?? 'Embedded';

/** The built program on free ports and a data folder of its own. It can be killed and started again on the same folder. */
export class Server {
  private child: ChildProcess | undefined;
  private output = '';

  private constructor(
    readonly port: number,
    readonly rtmpPort: number,
    readonly data: string,
    private readonly settings: Record<string, string>,
  ) {}

  static async start(settings: Record<string, string> = {}): Promise<Server> {
    const server = new Server(await freePort(), await freePort(), mkdtempSync(join(tmpdir(), 'contentpages-e2e-')), settings);
    await server.start();
    return server;
  }

  get url(): string {
    return `http://localhost:${String(this.port)}`;
  }

  /** The link that makes the first signed-in visitor the operator. */
  get claimLink(): string {
    const link = /http:\/\/\S+\/claim\?token=\S+/.exec(this.output)?.[0];
    if (link === undefined) throw new Error(`No claim link was printed:\n${this.output}`);
    return link;
  }

  /** What it says is kept here, whatever becomes of it. */
  private get log(): string {
    const folder = join(root, '.run/tests/servers');
    mkdirSync(folder, { recursive: true });
    return join(folder, `${String(this.port)}.log`);
  }

  async start(): Promise<void> {
    const program = join(root, `.run/app-${engine}/contentpages.dll`);
    const child = spawn('dotnet', [program, '--port', String(this.port), '--data', this.data], {
      env: { ...process.env, Web__FrontEnd: join(root, 'frontend/dist'), Ingest__RtmpPort: String(this.rtmpPort), ...this.settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    const log = this.log;
    await new Promise<void>((ready, broken) => {
      const late = setTimeout(() => {
        broken(new Error(`The server was not ready after 60 s:\n${this.output}`));
      }, 60_000);
      const take = (chunk: Buffer): void => {
        this.output += chunk.toString();
        appendFileSync(log, chunk);
        if (this.output.includes('is ready at')) {
          clearTimeout(late);
          ready();
        }
      };
      child.stdout.on('data', take);
      child.stderr.on('data', take);
      child.on('exit', (code) => {
        clearTimeout(late);
        broken(new Error(`The server ended with ${String(code)}:\n${this.output}`));
      });
    });
  }

  /** kill -9: no goodbye of any kind. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async dispose(): Promise<void> {
    await this.end('SIGTERM');
    rmSync(this.data, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    this.child = undefined;
    this.output = '';
    if (child === undefined || child.exitCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  }
}

function freePort(): Promise<number> {
  return new Promise((found, broken) => {
    const probe = createServer();
    probe.on('error', broken);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === 'object') found(address.port);
        else broken(new Error('There is no free port.'));
      });
    });
  });
}
