import type { PickedFile } from './uploadQueue';

/** Chromium only: handles let an upload go on after a reload without asking for the file again. */
interface HandleItem extends DataTransferItem {
  getAsFileSystemHandle?: () => Promise<FileSystemHandle | null>;
}

interface PickerWindow {
  showOpenFilePicker?: (options: { multiple: boolean; types: FilePickerType[] }) => Promise<FileSystemFileHandle[]>;
}

interface FilePickerType {
  description: string;
  accept: Record<string, string[]>;
}

export const acceptedFiles = 'video/*,audio/*,.mkv,.mov,.ts,.mxf,.flac';

const pickerTypes: FilePickerType[] = [{ description: 'Video or sound', accept: { 'video/*': ['.mkv', '.mov', '.mxf'], 'audio/*': ['.flac'] } }];

/** The files of a drop. Must be called inside the event, which forgets them afterwards. */
export async function droppedFiles(transfer: DataTransfer): Promise<PickedFile[]> {
  const entries = Array.from(transfer.items)
    .filter(({ kind }) => kind === 'file')
    .map((item: HandleItem) => ({ file: item.getAsFile(), handle: item.getAsFileSystemHandle?.() }));
  const files = await Promise.all(
    entries.map(async ({ file, handle }) => {
      const resolved = await Promise.resolve(handle).catch(() => null);
      // A folder is dropped as if it were a file of no type.
      if (!file || resolved?.kind === 'directory') return null;
      return { file, handle: isFileHandle(resolved) ? resolved : null };
    }),
  );
  return files.filter((picked) => picked !== null);
}

/** Opens the browser's picker with handles, or answers null where an `<input type=file>` has to do it. */
export async function pickWithHandles(multiple: boolean): Promise<PickedFile[] | null> {
  const { showOpenFilePicker } = window as PickerWindow;
  if (!showOpenFilePicker) return null;
  try {
    const handles = await showOpenFilePicker.call(window, { multiple, types: pickerTypes });
    return await Promise.all(handles.map(async (handle) => ({ file: await handle.getFile(), handle })));
  } catch (error) {
    // Closed without a choice; anything else is left to the input.
    return error instanceof DOMException && error.name === 'AbortError' ? [] : null;
  }
}

function isFileHandle(handle: FileSystemHandle | null | undefined): handle is FileSystemFileHandle {
  return handle?.kind === 'file';
}
