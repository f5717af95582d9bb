import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useRowFocus } from '@/hooks/useRowFocus';
import { HeldBadge } from './HeldBadge';
import { withHeld } from './withHeld';

export type ModerationTab = 'review' | 'people' | 'settings' | 'log';

const tabs: readonly (readonly [tab: ModerationTab, name: string])[] = [
  ['review', 'Review'],
  ['people', 'People'],
  ['settings', 'Settings'],
  ['log', 'Log'],
];

interface ModerationTabsProps {
  current: ModerationTab;
  onChange: (tab: ModerationTab) => void;
  /** How many messages wait; null while it is not known. */
  held: number | null;
  children: ReactNode;
}

/** The four parts of moderation, one at a time. */
export function ModerationTabs({ current, onChange, held, children }: ModerationTabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // What lifts or takes something back goes away with it.
  useRowFocus(panel, 'button');
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex(([tab]) => tab === current);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    onChange(tabs[to % tabs.length]?.[0] ?? current);
    list.current?.querySelectorAll('button')[to % tabs.length]?.focus();
  };
  return (
    <>
      <div ref={list} role="tablist" aria-label="Parts of moderation" onKeyDown={onKeyDown} className="mb-4 flex gap-1 overflow-x-auto border-b border-line">
        {tabs.map(([tab, name]) => (
          <button
            key={tab}
            id={`${id}-${tab}`}
            type="button"
            role="tab"
            aria-selected={tab === current}
            aria-label={tab === 'review' ? withHeld(name, held ?? 0) : undefined}
            aria-controls={`${id}-panel`}
            tabIndex={tab === current ? 0 : -1}
            onClick={() => onChange(tab)}
            className="-mb-px inline-flex min-h-10 items-center gap-2 border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-soft -outline-offset-2 hover:text-text aria-selected:border-accent aria-selected:text-text"
          >
            {name}
            {tab === 'review' && <HeldBadge held={held ?? 0} />}
          </button>
        ))}
      </div>
      <p role="status" className="sr-only">
        {held !== null && held > 0 ? 'Messages wait for review.' : ''}
      </p>
      <div ref={panel} id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${current}`} tabIndex={-1} className="outline-none">
        {children}
      </div>
    </>
  );
}
