import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field, inputClass } from '@/components/ui/Field';
import { Notice } from '@/components/ui/Notice';
import { useUpdateMeMutation } from '@/hooks/useAccount';
import { sentenceOf } from '@/lib/api/errors';

export function NameForm({ name }: { name: string }) {
  const [typed, setTyped] = useState(name);
  const update = useUpdateMeMutation();
  const next = typed.trim();
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    update.mutate(next);
  };
  return (
    <form onSubmit={submit} className="mb-8 grid gap-4 rounded-2xl border border-line bg-surface p-5">
      <h2 className="text-base font-semibold">Name</h2>
      <Field label="Name" hint="Everyone sees it beside your videos.">
        {(control) => (
          <input {...control} required maxLength={60} autoComplete="nickname" value={typed} className={inputClass} onChange={(e) => setTyped(e.target.value)} />
        )}
      </Field>
      {update.isError && <Notice kind="error">{sentenceOf(update.error)}</Notice>}
      {update.isSuccess && next === name && <Notice>Your name is changed.</Notice>}
      <Button type="submit" kind="outline" busy={update.isPending} disabled={next === '' || next === name} className="justify-self-start">
        Change the name
      </Button>
    </form>
  );
}
