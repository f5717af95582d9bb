import { CircleAlert, Undo2, X } from 'lucide-react';
import { useEffect, useRef, type FocusEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useModerationAct } from '@/hooks/useModeration';
import { useStore } from '@/hooks/useStore';
import { actToasts, type ActToast } from '@/lib/moderation/actToasts';

/** What was just done in a room, with the way back. It stays while pointer or focus are on it. */
export function ActToasts({ streamId }: { streamId: string }) {
  const toasts = useStore(actToasts.shown).filter((toast) => toast.streamId === streamId);
  const { mutate } = useModerationAct(streamId);
  const cameFrom = useRef<HTMLElement | null>(null);
  // A pointer that was on them does not leave what is gone.
  useEffect(() => actToasts.release, []);

  const onFocus = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
    actToasts.hold();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) actToasts.release();
  };
  /** A pressed button goes with its toast: the focus goes back to where it came from. */
  const close = (toast: ActToast) => {
    cameFrom.current?.focus();
    actToasts.remove(toast.id);
    actToasts.release();
  };

  return (
    <div
      role="group"
      aria-label="What you just did"
      onPointerEnter={actToasts.hold}
      onPointerLeave={actToasts.release}
      onFocus={onFocus}
      onBlur={onBlur}
      className="pointer-events-none fixed inset-x-3 top-16 z-50 mx-auto grid max-w-md gap-2 md:top-auto md:bottom-6"
    >
      <div role="status" className="contents">
        {toasts.map((toast) => {
          const { undo, again, failed, sentence } = toast;
          return (
            <div
              key={toast.id}
              className={`pointer-events-auto flex animate-rise items-center gap-3 rounded-xl border bg-surface py-1.5 pr-1.5 pl-4 text-sm shadow-pop max-md:not-last:hidden ${failed ? 'border-danger/60' : 'border-line-strong/50'}`}
            >
              {failed && <CircleAlert aria-hidden="true" className="size-5 shrink-0 text-danger" />}
              <p className="min-w-0 flex-1 break-words">{sentence}</p>
              {undo !== null && (
                <Button
                  kind="outline"
                  onClick={() => {
                    close(toast);
                    mutate(undo);
                  }}
                >
                  <Undo2 aria-hidden="true" className="size-4" />
                  Undo
                </Button>
              )}
              {again !== null && (
                <Button
                  kind="outline"
                  onClick={() => {
                    close(toast);
                    mutate(again);
                  }}
                >
                  Try again
                </Button>
              )}
              <IconButton label="Hide this" onClick={() => close(toast)}>
                <X aria-hidden="true" className="size-4" />
              </IconButton>
            </div>
          );
        })}
      </div>
    </div>
  );
}
