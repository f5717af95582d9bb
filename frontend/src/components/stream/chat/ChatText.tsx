import { partsOf } from '@/lib/chat/links';

/** A message's text. Addresses lead away in a tab of their own, and are vouched for by nobody. */
export function ChatText({ text }: { text: string }) {
  return partsOf(text).map(({ text: part, href }, index) =>
    href === null ? (
      part
    ) : (
      <a key={index} href={href} target="_blank" rel="nofollow noopener noreferrer ugc" className="break-all underline decoration-line-strong underline-offset-2 hover:decoration-current">
        {part}
      </a>
    ),
  );
}
