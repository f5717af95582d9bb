export type ButtonKind = 'primary' | 'outline' | 'quiet' | 'danger';

const base =
  'inline-flex min-h-10 items-center justify-center gap-2 rounded-lg px-4 text-sm font-medium whitespace-nowrap transition-colors ' +
  'disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-not-allowed aria-disabled:opacity-60';

const kinds: Record<ButtonKind, string> = {
  primary: 'bg-primary text-on-primary enabled:hover:bg-primary-hover [a]:hover:bg-primary-hover',
  outline: 'border border-line-strong/60 text-text hover:bg-hover',
  quiet: 'text-soft hover:bg-hover hover:text-text',
  danger: 'bg-danger-fill text-white hover:brightness-110',
};

export function buttonClass(kind: ButtonKind = 'primary', extra = ''): string {
  return `${base} ${kinds[kind]} ${extra}`;
}
