import { type Page, test as base } from '@playwright/test';
import { Broadcast, type StreamDetails } from './broadcasting.ts';
import { enter } from './chatPeople.ts';
import { Publisher } from './publisher.ts';
import { Server } from './server.ts';

/** A server, and people with a browser of their own. Each test has rooms of its own in it. */
export interface ChatHouse {
  server: Server;
  owner: Page;
  moderator: Page;
  ana: Page;
  bo: Page;
  /** A stream of the owner. */
  stream: (details?: Partial<StreamDetails>) => Promise<Broadcast>;
}

const names = ['Olga Owner', 'Mo Moderator', 'Ana', 'Bo'];

/** For tests that may share a house: it stands until all of them are done. */
export const test = base.extend<object, { house: ChatHouse }>({
  house: [
    async ({ browser }, use) => {
      // How fast one person may write is not what these are about.
      const server = await Server.start({ Chat__PostBurst: '10000', Live__MaxCallsPerSecond: '10000' });
      const pages = (await Promise.all(names.map((name) => enter(browser, server, name)))) as [Page, Page, Page, Page];
      const [owner, moderator, ana, bo] = pages;
      await use({ server, owner, moderator, ana, bo, stream: (details) => Broadcast.create(owner, server, details) });
      await Promise.all(pages.map((page) => page.context().close()));
      await Publisher.unplugAll();
      await server.dispose();
    },
    { scope: 'worker' },
  ],
});
