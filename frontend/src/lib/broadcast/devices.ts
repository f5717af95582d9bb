export interface Device {
  id: string;
  name: string;
}

export interface Devices {
  cameras: Device[];
  microphones: Device[];
}

export const noDevices: Devices = { cameras: [], microphones: [] };

/** Cameras and microphones. Before permission is given browsers hide which there are; then the lists are empty. */
export async function listDevices(): Promise<Devices> {
  const all = await navigator.mediaDevices.enumerateDevices();
  const of = (kind: MediaDeviceKind, what: string): Device[] =>
    all
      .filter((device) => device.kind === kind && device.deviceId !== '')
      .map(({ deviceId, label }, i) => ({ id: deviceId, name: label === '' ? `${what} ${i + 1}` : label }));
  return { cameras: of('videoinput', 'Camera'), microphones: of('audioinput', 'Microphone') };
}

/** Calls back whenever a device is plugged in or out. */
export function watchDevices(listener: () => void): () => void {
  navigator.mediaDevices.addEventListener('devicechange', listener);
  return () => navigator.mediaDevices.removeEventListener('devicechange', listener);
}
