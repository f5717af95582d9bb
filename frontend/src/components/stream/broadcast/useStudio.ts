import { useCallback, useEffect, useState } from 'react';
import { useStore } from '@/hooks/useStore';
import { getIngestURL } from '@/lib/api/streams';
import { browserPorts } from '@/lib/broadcast/browserPorts';
import { BrowserBroadcaster } from '@/lib/broadcast/browserBroadcaster';
import type { CaptureRequest } from '@/lib/broadcast/capture';
import type { BroadcastSnapshot } from '@/lib/broadcast/snapshot';

/** A broadcast out of this page, with what was last chosen for it. */
export interface Studio {
  state: BroadcastSnapshot;
  request: CaptureRequest;
  /** Opens what is asked for, with the rest as it was. */
  choose: (patch: Partial<CaptureRequest>) => void;
  send: () => void;
  stop: () => void;
  close: () => void;
  setMuted: (muted: boolean) => void;
}

const first: CaptureRequest = { kind: 'camera', cameraId: null, microphoneId: null, height: 720 };

/** @param on Whether a session is on: when it ends, so does what is sent. */
export function useStudio(streamId: string, on: boolean): Studio {
  const [broadcaster] = useState(() => new BrowserBroadcaster(browserPorts(async () => (await getIngestURL(streamId)).browserIngestUrl)));
  const [request, setRequest] = useState(first);
  const state = useStore(broadcaster);
  useEffect(() => () => broadcaster.close(), [broadcaster]);
  useEffect(() => (on ? () => broadcaster.sessionOver() : undefined), [broadcaster, on]);
  const choose = (patch: Partial<CaptureRequest>) => {
    const next = { ...request, ...patch };
    setRequest(next);
    void broadcaster.choose(next);
  };
  const send = useCallback(() => broadcaster.send(), [broadcaster]);
  const stop = useCallback(() => broadcaster.stop(), [broadcaster]);
  const close = useCallback(() => broadcaster.close(), [broadcaster]);
  const setMuted = useCallback((muted: boolean) => broadcaster.setMuted(muted), [broadcaster]);
  return { state, request, choose, send, stop, close, setMuted };
}
