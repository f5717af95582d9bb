import { expect, test } from '@playwright/test';
import { Broadcast } from './broadcasting.ts';
import { standing } from './dashboard.ts';
import { liveFilm } from './films.ts';
import { account } from './people.ts';
import { Publisher, type RtmpIngest } from './publisher.ts';
import { RawPublisher } from './rtmp.ts';
import { Server } from './server.ts';

let server: Server;

test.beforeAll(async () => {
  // Nobody waits twenty seconds in a test to see what waiting is like.
  server = await Server.start({ Packaging__KeyframeLimitSeconds: '4', Ingest__NoVideoSeconds: '3' });
});

test.afterEach(() => Publisher.unplugAll());

test.afterAll(async () => {
  await server.dispose();
});

const wrongs: { name: string; send: (ingest: RtmpIngest) => unknown; code: string; sentence: RegExp }[] = [
  { name: 'sound without a picture', send: (ingest) => Publisher.send(ingest, liveFilm('soundOnly')), code: 'no_video', sentence: /Only sound arrives/ },
  { name: 'another codec than H.264', send: (ingest) => Publisher.send(ingest, liveFilm('spark')), code: 'video_codec', sentence: /H\.264/ },
  { name: 'HEVC', send: (ingest) => RawPublisher.sendHevc(ingest), code: 'video_codec', sentence: /H\.264/ },
  { name: 'a picture without keyframes', send: (ingest) => Publisher.send(ingest, liveFilm('keyframeless')), code: 'no_keyframe', sentence: /keyframe/i },
];

test('what cannot be shown ends in a sentence on the dashboard', async ({ page, context }) => {
  await account(page.request, server);
  // Each takes seconds to be sure of.
  await Promise.all(wrongs.map(({ name, send, code, sentence }) => test.step(name, async () => {
    const stream = await Broadcast.create(page, server, { record: false });
    const owner = await context.newPage();
    await owner.goto(stream.dashboard);

    const sent = await send(await stream.ingest());

    await expect(standing(owner).getByText(sentence)).toBeVisible({ timeout: 20_000 });
    const { trouble, status } = await stream.state();
    expect({ name, code: trouble?.code, status }).toEqual({ name, code, status: 'offline' });
    if (sent instanceof RawPublisher) sent.close();
  })));
});
