import { useEffect, useState } from 'react';

/** The value once it has rested. */
export function useDebounced<T>(value: T, quietMs = 250): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), quietMs);
    return () => clearTimeout(timer);
  }, [value, quietMs]);
  return rested;
}
