import { useQuery } from '@tanstack/react-query';
import { getSessions } from '@/lib/api/streams';
import { keys } from '@/lib/queryKeys';
import type { Stream } from '@/types';
import { isOn } from './standing';

/** The graph of viewers grows by a minute, and breaks come with changes of status. */
const pollMs = 30_000;

/** All sessions of an own stream, the newest first; asked for again while one is on, or while its recording is being made. */
export function useSessions(stream: Stream) {
  const moving = isOn(stream.status) || stream.recording?.status === 'finishing' || stream.recording?.status === 'recording';
  return useQuery({
    queryKey: keys.streamSessions(stream.id),
    queryFn: ({ signal }) => getSessions(stream.id, signal),
    refetchInterval: moving ? pollMs : false,
  });
}
