import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field, inputClass } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { useChangePasswordMutation } from '@/hooks/useAccount';
import { sentenceOf } from '@/lib/api/errors';

export function PasswordForm() {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useChangePasswordMutation();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const done = () => {
      setCurrent('');
      setNext('');
    };
    change.mutate({ current, next }, { onSuccess: done });
  };
  return (
    <form onSubmit={submit} className="grid gap-4 rounded-2xl border border-line bg-surface p-5">
      <h2 className="text-base font-semibold">Password</h2>
      <Field label="Current password">
        {(control) => (
          <input {...control} type="password" required autoComplete="current-password" value={current} className={inputClass} onChange={(e) => setCurrent(e.target.value)} />
        )}
      </Field>
      <Field label="New password">
        {(control) => (
          <input {...control} type="password" required autoComplete="new-password" value={next} className={inputClass} onChange={(e) => setNext(e.target.value)} />
        )}
      </Field>
      {change.isError && <Notice kind="error">{sentenceOf(change.error)}</Notice>}
      {change.isSuccess && current === '' && <Notice>Your password is changed.</Notice>}
      <Button type="submit" kind="outline" busy={change.isPending} className="justify-self-start">
        Change the password
      </Button>
    </form>
  );
}
