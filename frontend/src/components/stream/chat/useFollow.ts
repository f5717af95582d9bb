import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { ChatRoom } from '@/lib/chat/chatRoom';
import type { ChatView } from '@/lib/chat/chatView';

/** So near the end counts as being there. */
const nearPx = 48;
/** So near the beginning older messages are fetched. */
const olderPx = 400;
/** What a hand does scrolls for so long, at least to begin with. */
const handMs = 600;

interface Follow {
  box: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** The end of what is shown is out of sight. */
  away: boolean;
  onScroll: () => void;
  /** Somebody scrolls, as opposed to what is drawn. */
  byHand: () => void;
  /** To the newest message. */
  jump: () => void;
}

/** Keeps the newest message in sight until somebody scrolls up, and their place when older ones come above it. */
export function useFollow(room: ChatRoom, view: ChatView): Follow {
  const box = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const hand = useRef(-Infinity);
  const followedAt = useRef(-Infinity);
  const { following, blocks, outbox } = view;
  const [away, setAway] = useState(false);

  const toEnd = useCallback(() => {
    const element = box.current;
    if (element && room.view.getSnapshot().following) element.scrollTop = element.scrollHeight;
  }, [room]);

  const begin = useCallback(() => {
    hand.current = -Infinity;
    followedAt.current = performance.now();
  }, []);
  useLayoutEffect(() => {
    if (following) begin();
  }, [begin, following]);
  useLayoutEffect(toEnd, [toEnd, following, blocks, outbox]);
  const firstKey = blocks[0]?.key ?? null;
  const before = useRef({ firstKey, height: 0 });
  useLayoutEffect(() => {
    const element = box.current;
    const height = content.current?.offsetHeight ?? 0;
    const grewAbove = firstKey !== null && before.current.firstKey !== null && firstKey < before.current.firstKey;
    // Browsers that do not keep the place themselves are helped.
    if (element && grewAbove && !following && !keepsPlace()) element.scrollTop += height - before.current.height;
    before.current = { firstKey, height };
  }, [firstKey, blocks, following]);
  useEffect(() => {
    // Rows out of sight are measured when they come into it, fields grow, panels change their size.
    const observer = new ResizeObserver(toEnd);
    if (box.current) observer.observe(box.current);
    if (content.current) observer.observe(content.current);
    return () => observer.disconnect();
  }, [toEnd]);

  const wantOlder = useCallback(() => {
    const element = box.current;
    const { following: follows, older, hasOlder } = room.view.getSnapshot();
    if (!element || follows || !hasOlder || older !== 'idle' || element.scrollTop >= olderPx) return;
    // At the very top browsers let what comes above push the rest down.
    if (element.scrollTop < 1) element.scrollTop = 1;
    void room.loadOlder();
  }, [room]);
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const element = box.current;
      // All of it is in sight: nothing would scroll.
      if (element && element.clientHeight > 0 && element.scrollHeight <= element.clientHeight && !room.view.getSnapshot().detached) room.follow();
      wantOlder();
    });
    return () => cancelAnimationFrame(frame);
  }, [room, wantOlder, firstKey, following]);

  const onScroll = useCallback(() => {
    const element = box.current;
    if (!element || element.clientHeight === 0) return;
    const { scrollTop, scrollHeight, clientHeight } = element;
    const left = scrollHeight - scrollTop - clientHeight;
    setAway(left > nearPx);
    const { following: follows, detached } = room.view.getSnapshot();
    const now = performance.now();
    if (follows && left > nearPx && now - hand.current < handMs) room.stay();
    // A smooth scroll from before goes on.
    else if (follows && left > nearPx && now - followedAt.current < handMs) toEnd();
    else if (!follows && !detached && left <= 1) room.follow();
    wantOlder();
  }, [room, toEnd, wantOlder]);
  const byHand = useCallback(() => {
    hand.current = performance.now();
  }, []);
  const jump = useCallback(() => {
    begin();
    room.follow();
    toEnd();
  }, [room, begin, toEnd]);
  return { box, content, away, onScroll, byHand, jump };
}

const keepsPlace = () => CSS.supports('overflow-anchor', 'auto');
