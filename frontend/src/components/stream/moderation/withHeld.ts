/** `Review, 3 wait for review`. */
export function withHeld(name: string, held: number): string {
  return held === 0 ? name : `${name}, ${held} ${held === 1 ? 'waits' : 'wait'} for review`;
}
