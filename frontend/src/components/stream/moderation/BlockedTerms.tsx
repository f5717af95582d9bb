import { Plus, X } from 'lucide-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { Button } from '@/components/ui/Button';
import { Field, inputClass } from '@/components/ui/Field';
import { useRowFocus } from '@/hooks/useRowFocus';
import { moveRowFocus } from '@/lib/dom/rowFocus';
import { mostTerms, readTerms } from '@/lib/moderation/settingsDraft';

interface BlockedTermsProps {
  terms: readonly string[];
  onAdd: (terms: string[]) => void;
  onRemove: (term: string) => void;
}

/** Words and phrases that nobody may write. A pasted list is read as one. */
export function BlockedTerms({ terms, onAdd, onRemove }: BlockedTermsProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  useRowFocus(list, 'button');

  const add = (text: string): boolean => {
    const { terms: fresh, problem: trouble } = readTerms(text, terms);
    setProblem(trouble);
    if (fresh.length > 0) onAdd(fresh);
    return fresh.length > 0;
  };
  const addTyped = () => {
    if (typed.trim() !== '' && add(typed)) setTyped('');
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (!/[\n\r]/.test(text.trim())) return;
    event.preventDefault();
    add(text);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter') return;
    // It is the term that is finished, not the form.
    event.preventDefault();
    addTyped();
  };

  return (
    <div>
      <Field
        label="Blocked words and phrases"
        hint="Found as whole words, whatever their case, accents and look-alike letters. Paste a list to add many: one a line, or with commas."
        error={problem ?? undefined}
      >
        {(control) => (
          <div className="flex gap-2">
            <input
              {...control}
              type="text"
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onPaste={onPaste}
              onKeyDown={onKeyDown}
              onChange={(e) => {
                setTyped(e.target.value);
                setProblem(null);
              }}
              className={inputClass}
            />
            <Button kind="outline" disabled={typed.trim() === ''} onClick={addTyped}>
              <Plus aria-hidden="true" className="size-4" />
              Add
            </Button>
          </div>
        )}
      </Field>
      <p className="mt-3 mb-2 text-sm text-faint tabular-nums">
        {terms.length === 0 ? 'None is blocked.' : `${terms.length} of at most ${mostTerms}`}
      </p>
      <ul
        ref={list}
        tabIndex={-1}
        aria-label="Blocked"
        onKeyDown={(event) => moveRowFocus(event.currentTarget, 'button', event.key) && event.preventDefault()}
        className="flex max-h-64 flex-wrap gap-1.5 overflow-y-auto rounded-lg outline-none"
      >
        {terms.map((term) => (
          <li key={term} className="max-w-full">
            <button
              type="button"
              aria-label={`Remove ${term}`}
              title={`Remove ${term}`}
              onClick={() => onRemove(term)}
              className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-md bg-raised pr-2 pl-2.5 text-sm -outline-offset-2 hover:bg-hover"
            >
              <span className="truncate">{term}</span>
              <X aria-hidden="true" className="size-3.5 shrink-0 text-faint" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
