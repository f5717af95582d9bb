interface ProgressBarProps {
  label: string;
  /** 0 to 100, or null while it cannot be told. */
  percent: number | null;
  className?: string;
}

export function ProgressBar({ label, percent, className = '' }: ProgressBarProps) {
  const known = percent !== null;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={known ? Math.round(percent) : undefined}
      className={`h-1.5 overflow-hidden rounded-full bg-hover ${className}`}
    >
      <div
        className={`h-full origin-left rounded-full bg-accent transition-transform duration-300 ease-linear ${known ? '' : 'animate-shimmer'}`}
        style={{ transform: `scaleX(${known ? Math.max(0.005, percent / 100) : 0.35})` }}
      />
    </div>
  );
}
