import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openRecorder } from './recorder';

class FakeMediaRecorder extends EventTarget {
  static last: FakeMediaRecorder | undefined;
  readonly options: unknown;
  state = 'inactive';
  timeslice: number | undefined;
  constructor(_: MediaStream, options: unknown) {
    super();
    this.options = options;
    FakeMediaRecorder.last = this;
  }
  start(timeslice: number): void {
    this.timeslice = timeslice;
    this.state = 'recording';
  }
  stop(): void {
    this.state = 'inactive';
    this.data(7);
    this.dispatchEvent(new Event('stop'));
  }
  data(size: number): void {
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: { size } }));
  }
}

beforeEach(() => vi.stubGlobal('MediaRecorder', FakeMediaRecorder));

function open() {
  const events = { data: vi.fn(), failed: vi.fn() };
  const recorder = openRecorder({} as MediaStream, { mimeType: 'video/webm', videoBitsPerSecond: 1, audioBitsPerSecond: 2 }, events);
  const inner = FakeMediaRecorder.last;
  if (!inner) throw new Error('No MediaRecorder was made.');
  return { events, recorder, inner };
}

describe('openRecorder', () => {
  it('asks for a keyframe every two seconds, and for a chunk every quarter', () => {
    const { inner } = open();
    expect(inner.options).toEqual({ mimeType: 'video/webm', videoBitsPerSecond: 1, audioBitsPerSecond: 2, videoKeyFrameIntervalDuration: 2000 });
    expect(inner.timeslice).toBe(250);
  });
  it('passes on what holds something', () => {
    const { events, inner } = open();
    inner.data(0);
    inner.data(5);
    expect(events.data).toHaveBeenCalledExactlyOnceWith({ size: 5 });
  });
  it('a recorder that stops by itself has failed; one that is stopped is silent', () => {
    const first = open();
    first.inner.dispatchEvent(new Event('stop'));
    expect(first.events.failed).toHaveBeenCalledTimes(1);
    const second = open();
    second.recorder.stop();
    expect([second.events.failed.mock.calls, second.events.data.mock.calls]).toEqual([[], []]);
  });
});
