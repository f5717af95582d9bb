import type { UploadItem } from '@/lib/upload/uploadItem';
import { UploadCard } from './UploadCard';

/** With more than that, the forms begin folded. */
const mostOpen = 2;

export function UploadList({ items }: { items: readonly UploadItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul aria-label="Uploads" className="mt-6 flex flex-col gap-4">
      {items.map((item) => (
        <li key={item.id}>
          <UploadCard item={item} startOpen={items.length <= mostOpen} />
        </li>
      ))}
    </ul>
  );
}
