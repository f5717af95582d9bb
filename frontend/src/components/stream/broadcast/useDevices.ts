import { useEffect, useState } from 'react';
import { listDevices, noDevices, watchDevices, type Devices } from '@/lib/broadcast/devices';

/** The cameras and microphones that there are, while they may be seen. */
export function useDevices(allowed: boolean): Devices {
  const [devices, setDevices] = useState(noDevices);
  useEffect(() => {
    if (!allowed) return;
    let over = false;
    const look = () => void listDevices().then((found) => over || setDevices(found), () => undefined);
    look();
    const end = watchDevices(look);
    return () => {
      over = true;
      end();
    };
  }, [allowed]);
  return devices;
}
