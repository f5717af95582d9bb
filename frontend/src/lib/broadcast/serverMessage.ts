export interface ServerMessage {
  type: 'accepted' | 'refused' | 'stopped';
  code: string;
  message: string;
}

const fallback = { accepted: '', refused: 'The server does not take this broadcast.', stopped: 'The server ended this broadcast.' };

/** What the ingest says, or null for what this page does not know. */
export function readServerMessage(text: string): ServerMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('type' in value)) return null;
  const { type } = value;
  if (type !== 'accepted' && type !== 'refused' && type !== 'stopped') return null;
  const code = 'code' in value && typeof value.code === 'string' ? value.code : type;
  const message = 'message' in value && typeof value.message === 'string' ? value.message : fallback[type];
  return { type, code, message };
}
