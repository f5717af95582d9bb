import type { OpenSocket } from './ports';

/** A WebSocket on this page's own host. */
export const openSocket: OpenSocket = (path, events) => {
  const url = new URL(path, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(url);
  socket.addEventListener('open', () => events.opened());
  socket.addEventListener('message', ({ data }) => typeof data === 'string' && events.message(data));
  socket.addEventListener('close', () => events.closed());
  return {
    send: (data) => socket.readyState === WebSocket.OPEN && socket.send(data),
    close: () => socket.close(),
    get bufferedAmount() {
      return socket.bufferedAmount;
    },
  };
};
