import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/lib/api/errors';
import { FakeServer, fileOf, MemoryRecords, portsOf, stuck } from '@/test/fakeUploads';
import { fingerprintOf, type UploadRecord } from './record';
import { UploadItem } from './uploadItem';

function recordOf(file: File, patch: Partial<UploadRecord> = {}): UploadRecord {
  return {
    id: 'u1', ownerId: 'me', fingerprint: fingerprintOf(file), videoId: null, stage: 'sending', paused: false, createdAt: 0, handle: null,
    details: { title: 'A film', description: '', visibility: 'private', albumId: null, trackId: null }, ...patch,
  };
}

function itemOf(server: FakeServer, file: File, patch: Partial<UploadRecord> = {}, records = new MemoryRecords()) {
  const ports = portsOf(server, records);
  return { item: new UploadItem(recordOf(file, patch), ports, file), records };
}

describe('UploadItem', () => {
  it('sends a small file in one piece with the signed headers', async () => {
    const server = new FakeServer();
    server.single = true;
    const headers: unknown[] = [];
    server.onSend = (delivery) => void headers.push(delivery.headers);
    const { item } = itemOf(server, fileOf(25));
    await item.run();
    expect(item.phase).toBe('sent');
    expect(headers).toEqual([{ 'x-signed': '1' }]);
    expect(server.api.confirm).toHaveBeenCalledWith('v1', null, expect.anything());
  });

  it('sends parts, at most four at once, and confirms them in order', async () => {
    const server = new FakeServer();
    server.onSend = () => new Promise((resolve) => setTimeout(resolve, 1));
    const { item } = itemOf(server, fileOf(95));
    await item.run();
    expect(server.mostAtOnce).toBe(4);
    const parts = server.api.confirm.mock.calls[0]?.[1];
    expect(parts?.map(({ number, size }) => [number, size])).toEqual([[1, 10], [2, 10], [3, 10], [4, 10], [5, 10], [6, 10], [7, 10], [8, 10], [9, 10], [10, 5]]);
    expect(item.store.getSnapshot()).toMatchObject({ phase: 'sent', sentBytes: 95, videoId: 'v1' });
  });

  it('asks for signatures in batches', async () => {
    const server = new FakeServer();
    const { item } = itemOf(server, fileOf(200));
    await item.run();
    const asked = server.api.signParts.mock.calls.map(([, numbers]) => numbers.length);
    expect(asked).toEqual([16, 4]);
  });

  it('repeats a part whose connection broke, and only that one', async () => {
    const server = new FakeServer();
    let broken = 2;
    server.onSend = ({ url }) => {
      if (url === '/objects/2' && broken-- > 0) throw new ApiError(0, {});
    };
    const { item } = itemOf(server, fileOf(30));
    await item.run();
    expect(item.phase).toBe('sent');
    expect(server.sentUrls.filter((url) => url === '/objects/2')).toHaveLength(3);
    expect(server.sentUrls).toHaveLength(5);
  });

  it('signs a part anew whose address was refused', async () => {
    const server = new FakeServer();
    let refused = false;
    server.onSend = ({ url }) => {
      if (url === '/objects/1' && !refused) {
        refused = true;
        throw new ApiError(403, { code: 'ticket_expired' });
      }
    };
    const { item } = itemOf(server, fileOf(10));
    await item.run();
    expect(item.phase).toBe('sent');
    expect(server.api.signParts).toHaveBeenCalledTimes(2);
  });

  it('stops with the server’s sentence when a part is refused for good', async () => {
    const server = new FakeServer();
    server.onSend = () => {
      throw new ApiError(413, { detail: 'The part is larger than its ticket.', code: 'too_large' });
    };
    const { item } = itemOf(server, fileOf(30));
    await item.run();
    expect(item.store.getSnapshot()).toMatchObject({ phase: 'failed', problem: 'The part is larger than its ticket.' });
    expect(server.api.confirm).not.toHaveBeenCalled();
  });

  it('paused and resumed, it skips what has arrived', async () => {
    const server = new FakeServer();
    server.onSend = (delivery) => (delivery.url === '/objects/3' ? stuck(delivery) : undefined);
    const { item } = itemOf(server, fileOf(30));
    const run = item.run();
    await vi.waitFor(() => expect(server.parts.size).toBe(2));
    item.pause();
    await run;
    expect(item.phase).toBe('paused');

    server.onSend = () => undefined;
    server.sentUrls = [];
    item.enqueue();
    await item.run();
    expect(server.sentUrls).toEqual(['/objects/3']);
    expect(item.phase).toBe('sent');
    expect(server.api.createTicket).toHaveBeenCalledTimes(1);
  });

  it('after a reload it goes on with the copy that the browser kept', async () => {
    const server = new FakeServer();
    server.parts.set(1, { number: 1, etag: '"e1"', size: 10 });
    const file = fileOf(20);
    const records = new MemoryRecords();
    records.files.set('u1', file);
    const item = new UploadItem(recordOf(file, { videoId: 'v1' }), portsOf(server, records));
    await item.run();
    expect(server.sentUrls).toEqual(['/objects/2']);
    expect(server.api.confirm.mock.calls[0]?.[1]?.map(({ etag }) => etag)).toEqual(['"e1"', '"e2"']);
    expect(records.files.size).toBe(0);
  });

  it('after a reload without the file it asks for it, and takes no other', async () => {
    const server = new FakeServer();
    const file = fileOf(20);
    const item = new UploadItem(recordOf(file, { videoId: 'v1' }), portsOf(server));
    await item.run();
    expect(item.phase).toBe('needs-file');
    expect(item.giveFile(fileOf(21), null)).toBe(false);
    expect(item.store.getSnapshot().problem).toBe('That is another file. Please pick “a.mp4” as it was.');
    expect(item.giveFile(file, null)).toBe(true);
    await item.run();
    expect(item.phase).toBe('sent');
  });

  it('confirms at once when everything had arrived', async () => {
    const server = new FakeServer();
    server.arrived = true;
    const { item } = itemOf(server, fileOf(20), { videoId: 'v1' });
    await item.run();
    expect(server.sentUrls).toEqual([]);
    expect(server.api.confirm).toHaveBeenCalledWith('v1', null, expect.anything());
  });

  it('is done when the server had been told already', async () => {
    const server = new FakeServer();
    server.api.getUpload.mockRejectedValue(new ApiError(409, { code: 'not_uploading' }));
    const { item } = itemOf(server, fileOf(20), { videoId: 'v1' });
    await item.run();
    expect(item.phase).toBe('sent');
    expect(server.api.confirm).not.toHaveBeenCalled();
  });

  it('starts over when the server has given the upload up', async () => {
    const server = new FakeServer();
    server.api.getUpload.mockRejectedValueOnce(new ApiError(404, {}));
    const { item } = itemOf(server, fileOf(20), { videoId: 'gone' });
    await item.run();
    expect(item.store.getSnapshot()).toMatchObject({ phase: 'failed', videoId: null });
    await item.run();
    expect(item.phase).toBe('sent');
    expect(server.api.createTicket).toHaveBeenCalledTimes(1);
  });

  it('tells a file that vanished from a broken network', async () => {
    const server = new FakeServer();
    server.onSend = ({ body }) => {
      vi.spyOn(body, 'slice').mockReturnValue({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) } as unknown as Blob);
      throw new ApiError(0, {});
    };
    const { item } = itemOf(server, fileOf(10));
    await item.run();
    expect(item.store.getSnapshot()).toMatchObject({ phase: 'needs-file', problem: 'The file was moved or changed while it was being sent.' });
  });

  it('cancelled, it forgets everything here and there', async () => {
    const server = new FakeServer();
    server.onSend = stuck;
    const { item, records } = itemOf(server, fileOf(10));
    const run = item.run();
    await vi.waitFor(() => expect(server.sentUrls).toHaveLength(1));
    await item.remove(true);
    await run;
    expect(server.api.deleteVideo).toHaveBeenCalledWith('v1');
    expect(records.records.size).toBe(0);
  });

  it('saves the form as it is typed, the last word wins', async () => {
    vi.useFakeTimers();
    const server = new FakeServer();
    const { item, records } = itemOf(server, fileOf(10), { videoId: 'v1', stage: 'sent' });
    item.setDetails({ title: 'B' });
    item.setDetails({ title: 'Be' });
    expect(item.store.getSnapshot().saving).toEqual({ kind: 'saving' });
    expect(records.records.get('u1')?.details.title).toBe('Be');
    await vi.advanceTimersByTimeAsync(700);
    expect(server.api.updateDetails.mock.calls.map(([, { title }]) => title)).toEqual(['Be']);
    expect(item.store.getSnapshot().saving).toEqual({ kind: 'saved' });
    item.setDetails({ title: ' ' });
    await vi.advanceTimersByTimeAsync(700);
    expect(item.store.getSnapshot().saving).toEqual({ kind: 'incomplete', sentence: 'A video needs a title.' });
    expect(server.api.updateDetails).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('sends what was typed while the ticket was on its way', async () => {
    vi.useFakeTimers();
    const server = new FakeServer();
    const { item } = itemOf(server, fileOf(10));
    const run = item.run();
    item.setDetails({ title: 'Typed meanwhile' });
    await vi.runAllTimersAsync();
    await run;
    expect(server.api.updateDetails).toHaveBeenCalledExactlyOnceWith('v1', expect.objectContaining({ title: 'Typed meanwhile' }));
    vi.useRealTimers();
  });
});
