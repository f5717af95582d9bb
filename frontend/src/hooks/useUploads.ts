import { useSyncExternalStore } from 'react';
import { useStore } from './useStore';
import type { UploadItem } from '@/lib/upload/uploadItem';
import { uploads } from '@/lib/upload/uploads';
import { summary } from '@/lib/upload/uploadSummary';

export function useUploads(): readonly UploadItem[] {
  return useStore(uploads.items);
}

/** How many files are under way, and how far they are together. */
export function useUploadSummary() {
  return useSyncExternalStore(summary.subscribe, summary.getSnapshot);
}
