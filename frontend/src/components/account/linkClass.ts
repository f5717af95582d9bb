export const linkClass = 'font-medium text-accent-text underline underline-offset-4 decoration-accent/40 hover:decoration-current';
