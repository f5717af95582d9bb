import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { useModerationAct } from '@/hooks/useModeration';
import { isChanged, noChanges, sameTerm, withDraft, type SettingsDraft } from '@/lib/moderation/settingsDraft';
import type { ChatModeration } from '@/types';
import { BlockedTerms } from './BlockedTerms';
import { Choices } from './Choices';
import { ClearChat } from './ClearChat';
import { filterFailureOptions, holdOptions } from './settingsWords';
import { SlowModeField } from './SlowModeField';

/** How the room is set. What others change meanwhile shows at once; what is changed here counts from saving on. */
export function SettingsForm({ streamId, moderation: { settings } }: { streamId: string; moderation: ChatModeration }) {
  const [draft, setDraft] = useState(noChanges);
  const [valid, setValid] = useState(true);
  const [discarded, setDiscarded] = useState(0);
  const { mutate, isPending } = useModerationAct(streamId);
  const shown = withDraft(settings, draft);
  const changed = isChanged(settings, draft);
  const set = (fields: SettingsDraft['fields']) => setDraft((before) => ({ ...before, fields: { ...before.fields, ...fields } }));

  const discard = () => {
    setDraft(noChanges);
    // What was typed and is no number goes as well.
    setValid(true);
    setDiscarded(discarded + 1);
  };
  const add = (terms: string[]) =>
    setDraft((before) => ({ ...before, added: [...before.added, ...terms], removed: before.removed.filter((term) => !terms.some((one) => sameTerm(one, term))) }));
  const remove = (term: string) =>
    setDraft((before) => ({ ...before, added: before.added.filter((one) => !sameTerm(one, term)), removed: [...before.removed, term] }));

  return (
    <div className="grid grid-cols-1 gap-8">
      <form
        className="grid grid-cols-1 gap-7"
        onSubmit={(event) => {
          event.preventDefault();
          if (changed && valid) mutate({ kind: 'settings', settings: shown, before: settings }, { onSuccess: () => setDraft((now) => (now === draft ? noChanges : now)) });
        }}
      >
        <SlowModeField key={discarded} seconds={shown.slowModeSeconds} onChange={(slowModeSeconds) => set({ slowModeSeconds })} onValid={setValid} />
        <Choices legend="Hold for review" value={shown.hold} options={holdOptions} onChange={(hold) => set({ hold })} />
        <BlockedTerms terms={shown.blockedTerms} onAdd={add} onRemove={remove} />
        <Choices
          legend="If the filter of blocked words fails"
          value={shown.ifFilterFails}
          options={filterFailureOptions}
          onChange={(ifFilterFails) => set({ ifFilterFails })}
        />
        <label className="flex items-start gap-3">
          <input type="checkbox" checked={shown.closed} onChange={(e) => set({ closed: e.target.checked })} className="mt-1 size-4 shrink-0 accent-accent" />
          <span>
            <span className="block text-sm font-medium">Close the chat</span>
            <span className="block text-sm text-soft">Only owner and moderators may write. Everyone still reads it.</span>
          </span>
        </label>
        {/* In sight while there is something to save. */}
        <div className={`-mx-1 flex flex-wrap items-center gap-2 bg-surface px-1 py-3 ${changed ? 'sticky bottom-0 border-t border-line' : ''}`}>
          <Button type="submit" busy={isPending} disabled={!changed || !valid}>
            Save
          </Button>
          {changed && (
            <Button kind="quiet" disabled={isPending} onClick={discard}>
              Discard the changes
            </Button>
          )}
          <p role="status" className="text-sm text-faint">
            {changed ? 'Not saved yet' : ''}
          </p>
        </div>
      </form>
      <ClearChat streamId={streamId} />
    </div>
  );
}
