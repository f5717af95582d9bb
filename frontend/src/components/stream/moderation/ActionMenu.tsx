import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface MenuItem<T extends string> {
  id: T;
  name: string;
  /** The key that does the same without the menu. */
  shortcut?: string | undefined;
  danger?: boolean;
}

interface ActionMenuProps<T extends string> {
  label: string;
  /** What it is about, since what it was opened on may move away. */
  about?: ReactNode;
  items: readonly MenuItem<T>[];
  /** Where that was on the screen: it may be drawn anew, or move on. */
  anchor: DOMRect;
  onPick: (id: T) => void;
  onClose: () => void;
}

const gap = 4;
const edge = 8;

/** A menu beside what it was opened on; on a narrow screen a sheet at its foot. It takes the focus; whoever opened it gives it back. */
export function ActionMenu<T extends string>({ label, about, items, anchor, onPick, onClose }: ActionMenuProps<T>) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = menu.current;
    if (!box) return;
    const { right, top, bottom } = anchor;
    const { offsetWidth: width, offsetHeight: height } = box;
    const below = bottom + gap + height <= innerHeight - edge;
    box.style.setProperty('--x', `${Math.max(edge, Math.min(right, innerWidth - edge) - width)}px`);
    box.style.setProperty('--y', `${below ? bottom + gap : Math.max(edge, top - gap - height)}px`);
    box.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [anchor]);
  useEffect(() => {
    // What it stands beside is elsewhere then.
    window.addEventListener('resize', onClose);
    return () => window.removeEventListener('resize', onClose);
  }, [onClose]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = all.findIndex((item) => item === document.activeElement);
    // The keys of what lies below have no meaning here.
    event.stopPropagation();
    switch (event.key) {
      case 'Escape':
      case 'Tab':
        event.preventDefault();
        onClose();
        return;
      case 'ArrowDown':
        event.preventDefault();
        all[(at + 1) % all.length]?.focus();
        return;
      case 'ArrowUp':
        event.preventDefault();
        all[(at - 1 + all.length) % all.length]?.focus();
        return;
      case 'Home':
      case 'End':
        event.preventDefault();
        all.at(event.key === 'Home' ? 0 : -1)?.focus();
        return;
      default: {
        const meant = items.find(({ shortcut }) => shortcut?.toLowerCase() === nameOfKey(event));
        if (meant === undefined) return;
        event.preventDefault();
        onPick(meant.id);
      }
    }
  };

  return (
    <div className="fixed inset-0 z-50 max-sm:bg-black/50" onPointerDown={(event) => event.target === event.currentTarget && onClose()}>
      <div
        ref={menu}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onKeyDown={onKeyDown}
        className="fixed top-(--y) left-(--x) max-h-[80dvh] w-72 animate-rise overflow-y-auto rounded-xl border border-line bg-surface p-1.5 shadow-pop max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:w-auto max-sm:rounded-b-none max-sm:pb-6"
      >
        {about !== undefined && <div className="mb-1.5 border-b border-line px-2.5 pt-1 pb-2 text-sm">{about}</div>}
        {items.map(({ id, name, shortcut, danger }) => (
          <button
            key={id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-keyshortcuts={shortcut?.replace('Del', 'Delete')}
            onClick={() => onPick(id)}
            className={`flex min-h-10 w-full items-center justify-between gap-4 rounded-lg px-2.5 text-left text-sm -outline-offset-2 hover:bg-hover max-sm:min-h-12 ${danger === true ? 'text-danger' : ''}`}
          >
            {name}
            {shortcut !== undefined && (
              <kbd aria-hidden="true" className="font-sans text-xs text-faint max-sm:hidden">
                {shortcut}
              </kbd>
            )}
          </button>
        ))}
      </div>
    </div>
  );
}

function nameOfKey({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): string | null {
  if (ctrlKey || altKey || metaKey) return null;
  const name = key === 'Delete' || key === 'Backspace' ? 'del' : key.toLowerCase();
  return shiftKey && name === 'del' ? 'shift+del' : name;
}
