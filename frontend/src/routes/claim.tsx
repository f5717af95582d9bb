import { createFileRoute, Link } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { Page } from '@/components/layout/Page';
import { Button } from '@/components/ui/Button';
import { buttonClass } from '@/components/ui/buttonClass';
import { EmptyState } from '@/components/ui/EmptyState';
import { Notice } from '@/components/ui/Notice';
import { useClaimOperatorMutation, useMe } from '@/hooks/useAccount';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { sentenceOf } from '@/lib/api/errors';
import { requireAccount } from '@/lib/requireAccount';
import { readText } from '@/lib/search';

export const Route = createFileRoute('/claim')({
  validateSearch: ({ token }: Record<string, unknown>): { token?: string | undefined } => ({ token: readText(token) }),
  beforeLoad: ({ context, location }) => requireAccount(context.queryClient, location.href),
  component: ClaimPage,
});

/** The first operator comes here by the link that a fresh server prints. A button, so that a link alone changes nothing. */
function ClaimPage() {
  useDocumentTitle('Become operator');
  const { token } = Route.useSearch();
  const { data: me } = useMe();
  const claim = useClaimOperatorMutation();
  return (
    <Page width="narrow">
      <h1 className="mb-6 text-2xl font-semibold tracking-tight">Become operator</h1>
      {token === undefined ? (
        <Notice kind="error">This link has no token. Open it as the server printed it.</Notice>
      ) : claim.isSuccess ? (
        <EmptyState
          icon={ShieldCheck}
          title="You are an operator now"
          action={
            <Link to="/account" className={buttonClass('outline')}>
              See your account
            </Link>
          }
        />
      ) : (
        <EmptyState
          icon={ShieldCheck}
          title="Run this site"
          action={
            <Button busy={claim.isPending} onClick={() => claim.mutate(token)}>
              Make me the operator
            </Button>
          }
        >
          The account of {me?.displayName ?? 'yours'} gets the role of an operator. The link works once.
        </EmptyState>
      )}
      {claim.isError && (
        <div className="mt-4">
          <Notice kind="error">{sentenceOf(claim.error)}</Notice>
        </div>
      )}
    </Page>
  );
}
