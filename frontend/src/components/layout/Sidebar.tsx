import { Logo } from './Logo';
import { SidebarContent } from './SidebarContent';
import { ThemeToggle } from './ThemeToggle';

/** Beside the page where there is room for it; on phones {@link MobileBar} takes its place. */
export function Sidebar() {
  return (
    <aside className="sticky top-0 hidden h-dvh w-60 shrink-0 flex-col gap-4 border-r border-line px-3 py-4 md:flex">
      <div className="flex items-center justify-between pl-2.5">
        <Logo />
        <ThemeToggle />
      </div>
      <SidebarContent />
    </aside>
  );
}
