import { useEffect, useEffectEvent, useState } from 'react';
import { droppedFiles } from '@/lib/upload/pickFiles';
import type { PickedFile } from '@/lib/upload/uploadQueue';

/** Takes files dropped anywhere on the page. Answers whether some are held over it now. */
export function usePageDrop(onFiles: (files: PickedFile[]) => void): boolean {
  const [dragging, setDragging] = useState(false);
  const take = useEffectEvent(async (transfer: DataTransfer) => {
    const files = await droppedFiles(transfer);
    if (files.length > 0) onFiles(files);
  });
  useEffect(() => {
    const abort = new AbortController();
    const options = { signal: abort.signal };
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    window.addEventListener('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
      setDragging(true);
    }, options);
    window.addEventListener('dragleave', (event) => {
      // Leaving the window; between elements there is always a next one.
      if (event.relatedTarget === null) setDragging(false);
    }, options);
    window.addEventListener('drop', (event) => {
      setDragging(false);
      if (!hasFiles(event) || !event.dataTransfer) return;
      event.preventDefault();
      void take(event.dataTransfer);
    }, options);
    return () => abort.abort();
  }, []);
  return dragging;
}
