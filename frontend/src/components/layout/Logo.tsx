import { Link } from '@tanstack/react-router';

export function Logo() {
  return (
    <Link to="/videos" className="flex items-center gap-2.5 rounded-md text-[15px] font-semibold tracking-tight">
      <svg viewBox="0 0 32 32" aria-hidden="true" className="size-7">
        <path d="M11 6.4v19.2a1.2 1.2 0 0 0 1.84 1.02l15-9.6a1.2 1.2 0 0 0 0-2.04l-15-9.6A1.2 1.2 0 0 0 11 6.4Z" fill="var(--c-accent)" />
        <path d="M5.5 7v18" stroke="var(--c-accent)" strokeWidth="3" strokeLinecap="round" />
      </svg>
      ContentPages
    </Link>
  );
}
