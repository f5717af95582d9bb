import { createServer, connect, type Server as TcpServer, type Socket } from 'node:net';
import type { Server } from './server.ts';

/** The line between a browser and the server: it can be cut, and it can stall. */
export class Wire {
  private readonly pairs = new Set<[browser: Socket, server: Socket]>();
  private isCut = false;
  private isStalled = false;

  private constructor(
    private readonly listener: TcpServer,
    private readonly target: number,
  ) {}

  static async to(server: Server): Promise<Wire> {
    const listener = createServer();
    const wire = new Wire(listener, server.port);
    listener.on('connection', (browser) => {
      wire.carry(browser);
    });
    await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', ready));
    return wire;
  }

  get url(): string {
    const address = this.listener.address();
    return `http://localhost:${String(address !== null && typeof address === 'object' ? address.port : 0)}`;
  }

  /** Connections break, and new ones do not come about. */
  cut(): void {
    this.isCut = true;
    for (const [browser, server] of this.pairs) {
      browser.destroy();
      server.destroy();
    }
  }

  mend(): void {
    this.isCut = false;
  }

  /** Connections stay, and nothing that the server sends is read any more. */
  stall(): void {
    this.isStalled = true;
    for (const [, server] of this.pairs) server.pause();
  }

  flow(): void {
    this.isStalled = false;
    for (const [, server] of this.pairs) server.resume();
  }

  close(): void {
    this.cut();
    this.listener.close();
  }

  private carry(browser: Socket): void {
    if (this.isCut) {
      browser.destroy();
      return;
    }
    const server = connect(this.target, '127.0.0.1');
    const pair: [Socket, Socket] = [browser, server];
    this.pairs.add(pair);
    for (const [from, to] of [pair, [server, browser]] as const) {
      from.setNoDelay(true);
      from.on('data', (chunk) => to.write(chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.end();
        this.pairs.delete(pair);
      });
    }
    if (this.isStalled) server.pause();
  }
}
