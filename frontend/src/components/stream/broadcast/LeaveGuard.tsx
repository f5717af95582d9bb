import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '@/components/ui/ConfirmDialog';

/** Another page of this site would end the broadcast; closing the tab is asked about by the browser. */
export function LeaveGuard({ sending, live }: { sending: boolean; live: boolean }) {
  const blocker = useBlocker({ shouldBlockFn: () => sending, enableBeforeUnload: false, withResolver: true });
  if (blocker.status !== 'blocked') return null;
  return (
    <ConfirmDialog title="Leave this page?" confirm="Leave and stop sending" keep="Stay" onConfirm={blocker.proceed} onClose={blocker.reset}>
      Your picture is sent from this page. {live ? 'If you leave, viewers lose it, and after a minute the session ends.' : 'If you leave, nothing is sent any more.'}
    </ConfirmDialog>
  );
}
