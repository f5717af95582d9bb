import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { chatRoomOf } from '@/lib/chat/chatRooms';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import type { ChatView } from '@/lib/chat/chatView';
import { useMe } from './useAccount';
import { useStore } from './useStore';

/** The room of a stream, entered while this is shown. All callers share one room. Reading `room.view` renders only who reads it. */
export function useChatRoom(streamId: string): ChatRoom {
  const room = useMemo(() => chatRoomOf(streamId), [streamId]);
  const { data: me } = useMe();
  const userId = me?.id ?? null;
  useEffect(() => room.setMe(userId), [room, userId]);
  useEffect(() => room.enter(), [room]);
  return room;
}

/** The room and what it shows at present. Renders up to a dozen times a second in a busy room. */
export function useChat(streamId: string): { room: ChatRoom; view: ChatView } {
  const room = useChatRoom(streamId);
  return { room, view: useStore(room.view) };
}

/** One part of what a room shows; renders only when that part is another one. `select` answers parts of the view, nothing made anew. */
export function useChatPart<T>(room: ChatRoom, select: (view: ChatView) => T): T {
  return useSyncExternalStore(room.view.subscribe, () => select(room.view.getSnapshot()));
}
