import { LiveHub } from './liveHub';

/** The page's realtime connection. Its library is loaded when something is watched first. */
export const liveHub = new LiveHub(async () => {
  const { HttpTransportType, HubConnectionBuilder, LogLevel } = await import('@microsoft/signalr');
  return new HubConnectionBuilder()
    .withUrl('/hubs/live', { transport: HttpTransportType.WebSockets, skipNegotiation: true })
    .configureLogging(LogLevel.None)
    .build();
});
