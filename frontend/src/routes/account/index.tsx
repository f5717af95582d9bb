import { createFileRoute } from '@tanstack/react-router';
import { NameForm } from '@/components/account/NameForm';
import { PasswordForm } from '@/components/account/PasswordForm';
import { Page } from '@/components/layout/Page';
import { PageHeader } from '@/components/ui/PageHeader';
import { useMe } from '@/hooks/useAccount';
import { useDocumentTitle } from '@/hooks/useDocumentTitle';
import { requireAccount } from '@/lib/requireAccount';

export const Route = createFileRoute('/account/')({
  beforeLoad: ({ context, location }) => requireAccount(context.queryClient, location.href),
  component: AccountPage,
});

function AccountPage() {
  useDocumentTitle('Account');
  const { data: me } = useMe();
  if (!me) return null;
  return (
    <Page width="narrow">
      <PageHeader title="Account" />
      <dl className="mb-8 grid grid-cols-[auto_minmax(0,1fr)] gap-x-8 gap-y-2 rounded-2xl border border-line bg-surface p-5">
        <dt className="text-soft">E-mail address</dt>
        <dd className="truncate">{me.email}</dd>
        <dt className="text-soft">Roles</dt>
        <dd className="capitalize">{me.roles.length > 0 ? me.roles.join(', ') : 'None'}</dd>
      </dl>
      <NameForm key={me.id} name={me.displayName} />
      <PasswordForm />
    </Page>
  );
}
