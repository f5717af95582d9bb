interface PlaceNoteProps {
  text: string;
  action: string;
  onAction: () => void;
}

/** Says of when the chat below is, and leads to the newest. */
export function PlaceNote({ text, action, onAction }: PlaceNoteProps) {
  return (
    <div className="flex min-h-10 items-center justify-between gap-2 border-b border-line bg-raised py-1 pr-2 pl-4 text-sm">
      <p className="min-w-0 truncate tabular-nums">{text}</p>
      <button type="button" onClick={onAction} className="min-h-8 shrink-0 rounded-md px-2 font-medium text-accent-text hover:bg-hover">
        {action}
      </button>
    </div>
  );
}
