import { getChatHistory } from '@/lib/api/chatHistory';
import { codeOf } from '@/lib/live/answers';
import { liveHub } from '@/lib/live/liveConnection';
import type { ChatPorts } from './chatPorts';
import { ChatRoom } from './chatRoom';
import { newId } from './newId';

/** Rooms that were left and are remembered with what was unsent. Overflow policy: the one that was opened first is forgotten. */
const mostLeft = 3;
const rooms = new Map<string, ChatRoom>();

const browser: ChatPorts = {
  hub: liveHub,
  loadOlder: getChatHistory,
  codeOf,
  newId,
  now: () => Date.now(),
  random: () => Math.random(),
  later: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  frame: (act) => {
    const frame = requestAnimationFrame(act);
    return () => cancelAnimationFrame(frame);
  },
};

liveHub.onOtherAccount(() => {
  for (const room of [...rooms.values()]) {
    room.forget();
    if (room.isEmpty) rooms.delete(room.streamId);
  }
});

/** The room of a stream: the same for everything on the page. It is connected while somebody has entered it. */
export function chatRoomOf(streamId: string): ChatRoom {
  const known = rooms.get(streamId);
  if (known) return known;
  const room = new ChatRoom(streamId, browser);
  rooms.set(streamId, room);
  const left = [...rooms.values()].filter((each) => each.isEmpty && each !== room);
  for (const each of left.slice(0, Math.max(0, left.length - mostLeft))) rooms.delete(each.streamId);
  return room;
}
