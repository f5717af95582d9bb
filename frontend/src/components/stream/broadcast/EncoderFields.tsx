import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Field, inputClass } from '@/components/ui/Field';
import { IconButton } from '@/components/ui/IconButton';
import { CopyButton } from './CopyButton';

const hidden = '•'.repeat(24);

/** What is put into the encoder. The key is on the screen only while it is asked for: screens are shared and filmed. */
export function EncoderFields({ server, streamKey }: { server: string; streamKey: string }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="grid gap-4">
      <Field label="Server">
        {(control) => (
          <div className="flex gap-1">
            <input {...control} readOnly value={server} className={`${inputClass} min-w-0 font-mono text-sm`} onFocus={(e) => e.target.select()} />
            <CopyButton label="Copy the server" value={server} />
          </div>
        )}
      </Field>
      <Field label="Stream key" hint="Whoever has it can send in your name.">
        {(control) => (
          <div className="flex gap-1">
            <input
              {...control}
              readOnly
              value={shown ? streamKey : hidden}
              autoComplete="off"
              className={`${inputClass} min-w-0 font-mono text-sm`}
              onFocus={(e) => shown && e.target.select()}
            />
            <IconButton label={shown ? 'Hide the key' : 'Show the key'} onClick={() => setShown(!shown)}>
              {shown ? <EyeOff aria-hidden="true" className="size-[18px]" /> : <Eye aria-hidden="true" className="size-[18px]" />}
            </IconButton>
            <CopyButton label="Copy the key" value={streamKey} />
          </div>
        )}
      </Field>
    </div>
  );
}
