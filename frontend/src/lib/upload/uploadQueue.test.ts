import { describe, expect, it, vi } from 'vitest';
import { FakeServer, fileOf, MemoryRecords, portsOf, stuck } from '@/test/fakeUploads';
import type { Video } from '@/types';
import type { UploadLocks } from './locks';
import { mostUploads, UploadQueue } from './uploadQueue';

const freeLocks: UploadLocks = { hold: (_, held) => void held() };
const defaults = { visibility: 'private' } as const;
const pick = (...files: File[]) => files.map((file) => ({ file, handle: null }));
const phases = (queue: UploadQueue) => queue.items.getSnapshot().map((item) => item.phase);

async function queueOf(server = new FakeServer(), records = new MemoryRecords(), locks = freeLocks) {
  const queue = new UploadQueue(portsOf(server, records), locks);
  await queue.restore('me');
  return queue;
}

describe('UploadQueue', () => {
  it('sends two files at once, the others wait', async () => {
    const server = new FakeServer();
    server.onSend = stuck;
    const queue = await queueOf(server);
    queue.add(pick(fileOf(10, '1'), fileOf(10, '2'), fileOf(10, '3')), defaults);
    await vi.waitFor(() => expect(phases(queue)).toEqual(['queued', 'sending', 'sending']));
    expect(queue.isBusy).toBe(true);
    const oldest = queue.items.getSnapshot()[2];
    if (oldest) queue.pause(oldest);
    await vi.waitFor(() => expect(phases(queue)).toEqual(['sending', 'sending', 'paused']));
  });

  it('refuses empty files and endless lists in words', async () => {
    const server = new FakeServer();
    server.onSend = stuck;
    const queue = await queueOf(server);
    expect(queue.add(pick(fileOf(0, 'empty.mp4')), defaults)).toEqual(['“empty.mp4” is empty.']);
    const many = Array.from({ length: mostUploads + 1 }, (_, i) => fileOf(1, `${i}.mp4`));
    expect(queue.add(pick(...many), defaults)).toEqual([`“${mostUploads}.mp4” was left out: ${mostUploads} uploads at a time are enough.`]);
  });

  it('a new page takes up what the account had left', async () => {
    const records = new MemoryRecords();
    const server = new FakeServer();
    server.onSend = stuck;
    const before = await queueOf(server, records);
    before.add(pick(fileOf(30)), { visibility: 'public', albumId: 'al' });
    await vi.waitFor(() => expect(phases(before)).toEqual(['sending']));
    before.leave();
    server.onSend = () => undefined;

    const after = await queueOf(server, records);
    await vi.waitFor(() => expect(phases(after)).toEqual(['sent']));
    expect(after.items.getSnapshot()[0]?.store.getSnapshot().details).toMatchObject({ title: 'a', visibility: 'public', albumId: 'al' });
    expect(server.api.createTicket).toHaveBeenCalledTimes(1);
  });

  it('another account sees nothing of it', async () => {
    const records = new MemoryRecords();
    const server = new FakeServer();
    server.onSend = stuck;
    const queue = await queueOf(server, records);
    queue.add(pick(fileOf(10)), defaults);
    await queue.restore('somebody else');
    expect(phases(queue)).toEqual([]);
    expect(records.records.size).toBe(1);
  });

  it('what was paused stays paused', async () => {
    const records = new MemoryRecords();
    const server = new FakeServer();
    server.onSend = stuck;
    const before = await queueOf(server, records);
    before.add(pick(fileOf(10)), defaults);
    const [item] = before.items.getSnapshot();
    if (item) before.pause(item);
    before.leave();
    const after = await queueOf(server, records);
    await vi.waitFor(() => expect(phases(after)).toEqual(['paused']));
  });

  it('waits for the tab that is at it', async () => {
    const records = new MemoryRecords();
    const server = new FakeServer();
    server.onSend = stuck;
    const before = await queueOf(server, records);
    before.add(pick(fileOf(10)), defaults);
    const waiting: (() => Promise<void>)[] = [];
    const after = await queueOf(server, records, { hold: (_, held) => waiting.push(held) });
    expect(phases(after)).toEqual([]);
    before.leave();
    void waiting[0]?.();
    await vi.waitFor(() => expect(phases(after)).toHaveLength(1));
  });

  it.each([['processing', 1], ['ready', 0]] as const)('of those sent, one that is %s is listed %s times', async (status, times) => {
    const records = new MemoryRecords();
    const server = new FakeServer();
    const before = await queueOf(server, records);
    before.add(pick(fileOf(10)), defaults);
    await vi.waitFor(() => expect(phases(before)).toEqual(['sent']));
    before.leave();
    const video = { status, title: 'Renamed elsewhere', description: '', visibility: 'private', albumId: null, trackId: null };
    server.api.getVideo.mockResolvedValue(video as Video);
    const after = await queueOf(server, records);
    await vi.waitFor(() => expect(records.records.size).toBe(times));
    await vi.waitFor(() => expect(after.items.getSnapshot().map((item) => item.store.getSnapshot().details.title)).toEqual(times ? ['Renamed elsewhere'] : []));
  });

  it('lets the lock go when an upload leaves the list', async () => {
    const released: string[] = [];
    const queue = await queueOf(new FakeServer(), new MemoryRecords(), { hold: (id, held) => void held().then(() => released.push(id)) });
    queue.add(pick(fileOf(10)), defaults);
    const [item] = queue.items.getSnapshot();
    await vi.waitFor(() => expect(item?.phase).toBe('sent'));
    expect(released).toEqual([]);
    if (item) await queue.dismiss(item);
    expect(released).toEqual([item?.id]);
    expect(phases(queue)).toEqual([]);
  });
});
