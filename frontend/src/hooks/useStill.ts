import { useEffect, useState } from 'react';

const newEveryMs = 20_000;

/** The address of a picture that changes under the same name, with something in it that makes the browser look again. */
export function useStill(address: string | null): string | null {
  const [turn, setTurn] = useState(() => Math.floor(Date.now() / newEveryMs));
  useEffect(() => {
    if (address === null) return;
    const timer = setInterval(() => setTurn(Math.floor(Date.now() / newEveryMs)), newEveryMs);
    return () => clearInterval(timer);
  }, [address]);
  return address === null ? null : `${address}${address.includes('?') ? '&' : '?'}still=${turn}`;
}
