import type { ChatRole } from '@/types';

const names: Record<Exclude<ChatRole, 'viewer'>, string> = { owner: 'Host', moderator: 'Mod' };

/** What somebody is in this chat, beside their name; nothing for viewers. */
export function RoleBadge({ role }: { role: ChatRole }) {
  if (role === 'viewer') return null;
  const look = role === 'owner' ? 'bg-accent text-on-accent' : 'bg-hover text-text ring-1 ring-line-strong/60';
  return <span className={`mr-1.5 inline-block rounded px-1 align-[1px] text-[11px] leading-4 font-semibold ${look}`}>{names[role]}</span>;
}
