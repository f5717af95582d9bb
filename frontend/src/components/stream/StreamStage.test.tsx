import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '@/lib/queryKeys';
import { streamOf } from '@/test/streams';
import type { Stream } from '@/types';
import { StreamStage } from './StreamStage';

let leave: (() => void) | undefined;

vi.mock('./LivePlayer', () => ({
  LivePlayer: ({ session, onOver }: { session: number; onOver: () => void }) => {
    leave = onOver;
    return <p>Live player of session {session}</p>;
  },
}));
vi.mock('@/components/video/VideoPlayer', () => ({
  VideoPlayer: ({ videoId, marks = [] }: { videoId: string; marks?: readonly number[] }) => <p>{`Video ${videoId}, marks ${marks.join()}`}</p>,
}));
vi.mock('@/lib/player/live/loadLiveEngine', () => ({ loadLiveEngine: () => Promise.resolve() }));

const video = { id: 'v', title: 'A', status: 'ready', playable: true, poster: null, storyboard: null, recording: { streamId: 'a', session: 1, liveAt: '', breaks: [8, 19] } };

function open(patch: Partial<Stream>) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(keys.video('v'), video);
  const stage = (more: Partial<Stream>) => (
    <QueryClientProvider client={client}>
      <StreamStage stream={streamOf(more)} />
    </QueryClientProvider>
  );
  const { rerender } = render(stage(patch));
  return (more: Partial<Stream>) => rerender(stage(more));
}

beforeEach(() => {
  leave = undefined;
});

describe('the stage of a stream', () => {
  it.each([
    [{ status: 'offline' }, 'Not live yet'],
    [{ status: 'starting' }, 'About to start'],
    [{ status: 'scheduled', scheduledFor: '2020-01-01T00:00:00Z' }, 'Should begin any moment'],
    [{ status: 'scheduled', scheduledFor: '2999-01-01T00:00:00Z' }, 'Starts in'],
    [{ status: 'live', session: 2 }, 'Live player of session 2'],
    [{ status: 'reconnecting', session: 2 }, 'Live player of session 2'],
    [{ status: 'ended', recording: { status: 'ready', videoId: 'v' } }, 'Video v, marks 8,19'],
    [{ status: 'ended', recording: { status: 'finishing', videoId: null } }, 'The recording is being completed. It can be watched here in a moment.'],
    [{ status: 'ended', recording: { status: 'none', videoId: null } }, 'It was not recorded.'],
    [{ status: 'ended', recording: { status: 'failed', videoId: null } }, 'The recording could not be made.'],
    [{ status: 'ended', recording: { status: 'ready', videoId: null } }, 'The recording is not for everyone to see.'],
  ] satisfies [Partial<Stream>, string][])('%j shows %s', (patch, text) => {
    open(patch);
    expect(screen.getByText(text)).toBeTruthy();
  });

  it('becomes the player when it goes live, lets the rest be watched after the end, then shows the recording', () => {
    const change = open({ status: 'scheduled', scheduledFor: '2999-01-01T00:00:00Z' });
    change({ status: 'live', session: 1 });
    expect(screen.getByText('Live player of session 1')).toBeTruthy();
    change({ status: 'ended', session: 1, recording: { status: 'finishing', videoId: null } });
    expect(screen.getByText('Live player of session 1')).toBeTruthy();
    act(() => leave?.());
    expect(screen.getByText('The stream has ended')).toBeTruthy();
    change({ status: 'ended', session: 1, recording: { status: 'ready', videoId: 'v' } });
    expect(screen.getByText('Video v, marks 8,19')).toBeTruthy();
  });

  it('the next session has a player of its own', () => {
    const change = open({ status: 'live', session: 1 });
    change({ status: 'ended', session: 1 });
    change({ status: 'live', session: 2 });
    expect(screen.getByText('Live player of session 2')).toBeTruthy();
  });
});
