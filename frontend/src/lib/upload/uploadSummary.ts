import { Store } from '@/lib/store';
import type { UploadItem } from './uploadItem';
import { uploads } from './uploads';

export interface UploadSummary {
  /** Files under way or waiting for their turn. */
  files: number;
  /** Of their bytes, 0 to 100. */
  percent: number;
}

const none: UploadSummary = { files: 0, percent: 0 };
const underWay = new Set(['queued', 'starting', 'sending', 'confirming']);

export function summarize(items: readonly UploadItem[]): UploadSummary {
  const moving = items.map((item) => item.store.getSnapshot()).filter(({ phase }) => underWay.has(phase));
  if (moving.length === 0) return none;
  const size = moving.reduce((sum, item) => sum + item.size, 0);
  const sent = moving.reduce((sum, item) => sum + item.sentBytes, 0);
  return { files: moving.length, percent: size > 0 ? (sent / size) * 100 : 0 };
}

/** Kept up to date for as long as the page lives. */
export const summary = new Store<UploadSummary>(none);

const followed = new WeakSet<UploadItem>();

function update(): void {
  const next = summarize(uploads.items.getSnapshot());
  const before = summary.getSnapshot();
  if (next.files !== before.files || Math.floor(next.percent) !== Math.floor(before.percent)) summary.set(next);
}

uploads.items.subscribe(() => {
  for (const item of uploads.items.getSnapshot()) {
    if (followed.has(item)) continue;
    followed.add(item);
    item.store.subscribe(update);
  }
  update();
});
