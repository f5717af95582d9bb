import { Link, useRouterState } from '@tanstack/react-router';
import { linkClass } from '@/components/account/linkClass';
import { useNow } from '@/hooks/useNow';
import type { WriteBar } from '@/lib/chat/whyNotWrite';
import { formatClock } from '@/lib/format/duration';

/** Stands where the text field would: why there is none. */
export function WriteBarNote({ bar }: { bar: WriteBar }) {
  return (
    <p className="px-4 py-4 text-center text-sm text-soft">
      {bar.kind === 'sign-in' && <SignIn />}
      {bar.kind === 'banned' && 'You may not write in this chat any more.'}
      {bar.kind === 'closed' && 'The chat is closed.'}
      {bar.kind === 'timed-out' && <TimedOut until={bar.at} />}
    </p>
  );
}

function SignIn() {
  const here = useRouterState({ select: ({ location }) => location.href });
  return (
    <>
      <Link to="/account/sign-in" search={{ next: here }} className={linkClass}>
        Sign in
      </Link>{' '}
      to write and react.
    </>
  );
}

function TimedOut({ until }: { until: number }) {
  const left = Math.max(0, Math.ceil((until - useNow()) / 1000));
  return (
    <>
      You may not write for a while.{' '}
      <span aria-live="off" className="tabular-nums">
        {formatClock(left)}
      </span>{' '}
      left.
    </>
  );
}
