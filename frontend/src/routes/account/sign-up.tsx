import { createFileRoute, Link, useRouter } from '@tanstack/react-router';
import { useState, type SubmitEvent } from 'react';
import { AccountCard } from '@/components/account/AccountCard';
import { linkClass } from '@/components/account/linkClass';
import { Button } from '@/components/ui/Button';
import { Field, inputClass } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { useSignUpMutation } from '@/hooks/useAccount';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { sentenceOf } from '@/lib/api/errors';
import { readNext } from '@/lib/search';

export const Route = createFileRoute('/account/sign-up')({ validateSearch: readNext, component: SignUpPage });

function SignUpPage() {
  useDocumentTitle('Create account');
  const { next } = Route.useSearch();
  const router = useRouter();
  const signUp = useSignUpMutation();
  const [displayName, setDisplayName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const account = { email: email.trim(), password, displayName: displayName.trim() };
    signUp.mutate(account, { onSuccess: () => router.history.push(next ?? '/videos') });
  };
  return (
    <AccountCard
      title="Create your account"
      footer={
        <>
          You have one?{' '}
          <Link to="/account/sign-in" search={{ next }} className={linkClass}>
            Sign in
          </Link>
        </>
      }
    >
      <form onSubmit={submit} className="grid gap-4">
        {signUp.isError && <Notice kind="error">{sentenceOf(signUp.error)}</Notice>}
        <Field label="Name" hint="Everyone sees it beside your videos.">
          {(control) => (
            <input
              {...control}
              required
              maxLength={60}
              autoComplete="nickname"
              value={displayName}
              className={inputClass}
              onChange={(e) => setDisplayName(e.target.value)}
            />
          )}
        </Field>
        <Field label="E-mail address" hint="Nobody else sees it.">
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
              autoComplete="new-password"
              value={password}
              className={inputClass}
              onChange={(e) => setPassword(e.target.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={signUp.isPending} className="mt-2">
          Create account
        </Button>
      </form>
    </AccountCard>
  );
}
