import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { LogIn, LogOut } from 'lucide-react';
import { Avatar } from '@/components/ui/Avatar';
import { buttonClass } from '@/components/ui/buttonClass';
import { IconButton } from '@/components/ui/IconButton';
import { Skeleton } from '@/components/ui/Skeleton';
import { useMe, useSignOutMutation } from '@/hooks/useAccount';

/** Who is signed in, or the way in. */
export function AccountArea({ onNavigate }: { onNavigate?: () => void }) {
  const me = useMe();
  const signOut = useSignOutMutation();
  const navigate = useNavigate();
  const here = useRouterState({ select: ({ location }) => location.href });
  if (me.isPending) return <Skeleton className="h-10 w-full rounded-lg" />;
  if (!me.data) {
    const next = here.startsWith('/account/') ? undefined : here;
    return (
      <Link to="/account/sign-in" search={{ next }} onClick={() => onNavigate?.()} className={buttonClass('outline', 'w-full')}>
        <LogIn aria-hidden="true" className="size-4" />
        Sign in
      </Link>
    );
  }
  return (
    <div className="flex items-center gap-1">
      <Link
        to="/account"
        onClick={() => onNavigate?.()}
        className="flex min-h-10 min-w-0 flex-1 items-center gap-2.5 rounded-lg px-2 text-sm font-medium text-soft hover:bg-hover hover:text-text"
      >
        <Avatar name={me.data.displayName} />
        <span className="truncate">{me.data.displayName}</span>
      </Link>
      <IconButton
        label="Sign out"
        disabled={signOut.isPending}
        onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/videos' }) })}
      >
        <LogOut aria-hidden="true" className="size-[18px]" />
      </IconButton>
    </div>
  );
}
