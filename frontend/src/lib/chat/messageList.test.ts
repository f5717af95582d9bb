import { describe, expect, it } from 'vitest';
import { messageOf, run } from '@/test/chat';
import { MessageList, messagesOf } from './messageList';

const numbers = (list: MessageList) => messagesOf(list.blocks).map(({ seq }) => seq);

describe('MessageList', () => {
  it('keeps messages by number, whatever the order they come in', () => {
    const list = new MessageList();
    list.put([messageOf(30), messageOf(2)]);
    list.put([messageOf(26), messageOf(1)]);
    expect(numbers(list)).toEqual([1, 2, 26, 30]);
    expect([list.count, list.first?.seq, list.last?.seq]).toEqual([4, 1, 30]);
  });

  it('puts a message with a known number into the place of the other', () => {
    const list = new MessageList();
    list.put([messageOf(1), messageOf(2)]);
    list.put([messageOf(2, { text: 'again' })]);
    expect(messagesOf(list.blocks).map(({ text }) => text)).toEqual(['m1', 'again']);
  });

  it('leaves every block as it is that a new message does not concern', () => {
    const list = new MessageList();
    list.put(run(1, 60));
    const [first, second, third] = list.blocks;
    list.put([messageOf(61)]);
    expect(list.blocks[0]).toBe(first);
    expect(list.blocks[1]).toBe(second);
    expect(list.blocks[2]).not.toBe(third);
    list.remove(({ seq }) => seq === 30);
    expect(list.blocks[0]).toBe(first);
    expect(list.blocks[1]).not.toBe(second);
  });

  it('removes, says whether there was something, and keeps no empty block', () => {
    const list = new MessageList();
    list.put([messageOf(1), messageOf(30)]);
    expect(list.remove(({ seq }) => seq === 2)).toBe(false);
    expect(list.remove(({ seq }) => seq === 1)).toBe(true);
    expect(list.blocks).toHaveLength(1);
  });

  it('forgets whole blocks at either end and never less than it should keep', () => {
    const list = new MessageList();
    list.put(run(0, 99));
    expect(list.dropOldest(60)).toBe(25);
    expect(list.count).toBe(75);
    expect(list.dropOldest(60)).toBeNull();
    expect(list.dropNewest(40)).toBe(true);
    expect([list.first?.seq, list.last?.seq]).toEqual([25, 74]);
    expect(list.dropNewest(40)).toBe(false);
  });

  it('is not changed through its copy', () => {
    const list = new MessageList();
    list.put(run(1, 3));
    const copy = list.copy();
    copy.put([messageOf(4)]);
    list.remove(() => true);
    expect([numbers(list), numbers(copy)]).toEqual([[], [1, 2, 3, 4]]);
  });
});
