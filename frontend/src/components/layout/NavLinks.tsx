import { Link } from '@tanstack/react-router';
import { sections } from './navigation';

export function NavLinks({ onNavigate }: { onNavigate?: () => void }) {
  return (
    <nav aria-label="Main" className="flex flex-col gap-6">
      {sections.map(({ title, links }) => (
        <div key={title ?? 'main'}>
          {title !== null && <h2 className="mb-1 px-3 text-xs font-medium text-faint">{title}</h2>}
          <ul className="flex flex-col gap-0.5">
            {links.map(({ to, label, icon: Icon }) => (
              <li key={to}>
                <Link
                  to={to}
                  onClick={() => onNavigate?.()}
                  className="flex min-h-10 items-center gap-3 rounded-lg px-3 text-sm font-medium text-soft transition-colors hover:bg-hover hover:text-text"
                  activeProps={{ className: 'bg-raised !text-text [&_svg]:text-accent-text', 'aria-current': 'page' }}
                >
                  <Icon aria-hidden="true" className="size-[18px]" />
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
