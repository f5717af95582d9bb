import { Menu, X } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '@/components/ui/IconButton';
import { Logo } from './Logo';
import { SidebarContent } from './SidebarContent';
import { ThemeToggle } from './ThemeToggle';

/** The sidebar of phones: a bar, and a drawer behind its button. */
export function MobileBar() {
  const drawer = useRef<HTMLDialogElement>(null);
  const close = () => drawer.current?.close();
  return (
    <header className="sticky top-0 z-30 flex h-14 items-center justify-between border-b border-line bg-page/95 px-4 backdrop-blur md:hidden">
      <Logo />
      <IconButton label="Open the menu" className="-mr-2" onClick={() => drawer.current?.showModal()}>
        <Menu aria-hidden="true" className="size-5" />
      </IconButton>
      <dialog
        ref={drawer}
        aria-label="Menu"
        onClick={(event) => event.target === event.currentTarget && close()}
        className="m-0 ml-auto h-dvh max-h-none w-72 max-w-[85vw] border-l border-line bg-page text-text"
      >
        <div className="flex h-full flex-col gap-4 px-3 py-2">
          <div className="flex justify-between">
            <ThemeToggle />
            <IconButton label="Close the menu" onClick={close}>
              <X aria-hidden="true" className="size-5" />
            </IconButton>
          </div>
          <SidebarContent onNavigate={close} />
        </div>
      </dialog>
    </header>
  );
}
