import type { SaveState } from '@/lib/upload/detailsSaver';

/** Whether what was typed is kept. */
export function SaveNote({ saving }: { saving: SaveState }) {
  const failed = saving.kind === 'failed' || saving.kind === 'incomplete';
  return (
    <span role="status" className={`ml-auto text-xs font-normal ${failed ? 'text-danger' : 'text-faint'}`}>
      {failed ? `Not saved: ${saving.sentence}` : saving.kind === 'saving' ? 'Saving…' : 'Saved'}
    </span>
  );
}
