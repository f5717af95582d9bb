import { memo } from 'react';
import type { MessageBlock } from '@/lib/chat/messageList';
import { ChatRow, type MessageActions } from './ChatRow';

interface ChatBlockProps {
  block: MessageBlock;
  /** Number of the row that somebody is on, when it is in this block; otherwise null. */
  activeSeq: number | null;
  actions: MessageActions | undefined;
}

/** Neighbouring messages. What is out of sight is laid out by guess: a row of one line. */
export const ChatBlock = memo(function ChatBlock({ block: { messages }, activeSeq, actions }: ChatBlockProps) {
  return (
    <div style={{ containIntrinsicBlockSize: `auto ${messages.length * 31}px` }} className="[content-visibility:auto]">
      {messages.map((message) => (
        <ChatRow key={message.seq} message={message} active={message.seq === activeSeq} actions={actions} />
      ))}
    </div>
  );
});
