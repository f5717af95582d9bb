/** How many messages wait for review; what it stands in says so in its name, by `withHeld`. */
export function HeldBadge({ held }: { held: number }) {
  if (held === 0) return null;
  return (
    <span
      aria-hidden="true"
      className="inline-flex min-w-5 items-center justify-center rounded-full bg-accent px-1.5 text-xs leading-5 font-semibold text-on-accent tabular-nums"
    >
      {held}
    </span>
  );
}
