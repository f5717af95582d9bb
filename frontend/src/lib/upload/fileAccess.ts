import { isSameFile, type UploadRecord, type UploadRecords } from './record';

/** Chromium only, and so not in TypeScript's library. */
interface PermissionedHandle extends FileSystemFileHandle {
  queryPermission?: (options: { mode: 'read' }) => Promise<PermissionState>;
  requestPermission?: (options: { mode: 'read' }) => Promise<PermissionState>;
}

/** Larger files are not copied into the browser's storage: that would take as long as half an upload. */
export const largestCopy = 512 * 1024 * 1024;

export type OpenedFile = { file: File } | 'needs-permission' | 'needs-file';

/** The bytes of a remembered upload, if the browser still gives them. */
export async function openFile({ id, handle, fingerprint }: UploadRecord, records: UploadRecords): Promise<OpenedFile> {
  const copy = await records.getFile(id);
  if (copy && (await isReadable(copy))) return { file: copy };
  if (!handle) return 'needs-file';
  const permitted = await permission(handle, 'queryPermission');
  if (permitted === 'prompt') return 'needs-permission';
  if (permitted === 'denied') return 'needs-file';
  try {
    const opened = await handle.getFile();
    return isSameFile(opened, fingerprint) ? { file: opened } : 'needs-file';
  } catch {
    return 'needs-file';
  }
}

/** Must be called from a click. */
export async function askToRead(handle: FileSystemFileHandle): Promise<boolean> {
  return (await permission(handle, 'requestPermission')) === 'granted';
}

export async function isReadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function permission(handle: PermissionedHandle, how: 'queryPermission' | 'requestPermission'): Promise<PermissionState> {
  try {
    return (await handle[how]?.({ mode: 'read' })) ?? 'denied';
  } catch {
    return 'denied';
  }
}
