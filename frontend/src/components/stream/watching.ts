const whole = new Intl.NumberFormat('en');

export function watching(viewers: number): string {
  return `${whole.format(viewers)} watching`;
}
