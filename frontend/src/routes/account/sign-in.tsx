import { createFileRoute, Link, useRouter } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { AccountCard } from '@/components/account/AccountCard';
import { linkClass } from '@/components/account/linkClass';
import { Button } from '@/components/ui/Button';
import { Field, inputClass } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { useSignInMutation } from '@/hooks/useAccount';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { sentenceOf } from '@/lib/api/errors';
import { readNext } from '@/lib/search';

export const Route = createFileRoute('/account/sign-in')({ validateSearch: readNext, component: SignInPage });

function SignInPage() {
  useDocumentTitle('Sign in');
  const { next } = Route.useSearch();
  const router = useRouter();
  const signIn = useSignInMutation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    signIn.mutate({ email: email.trim(), password }, { onSuccess: () => router.history.push(next ?? '/videos') });
  };
  return (
    <AccountCard
      title="Sign in"
      footer={
        <>
          New here?{' '}
          <Link to="/account/sign-up" search={{ next }} className={linkClass}>
            Create an account
          </Link>
        </>
      }
    >
      <form onSubmit={submit} className="grid gap-4">
        {signIn.isError && <Notice kind="error">{sentenceOf(signIn.error)}</Notice>}
        <Field label="E-mail address">
          {(control) => (
            <input {...control} type="email" required autoComplete="username" value={email} className={inputClass} onChange={(e) => setEmail(e.target.value)} />
          )}
        </Field>
        <Field label="Password">
          {(control) => (
            <input
              {...control}
              type="password"
              required
              autoComplete="current-password"
              value={password}
              className={inputClass}
              onChange={(e) => setPassword(e.target.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={signIn.isPending} className="mt-2">
          Sign in
        </Button>
      </form>
    </AccountCard>
  );
}
