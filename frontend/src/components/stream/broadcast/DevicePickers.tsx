import { Field, inputClass } from '@/components/ui/Field';
import { noMicrophone } from '@/lib/broadcast/capture';
import type { Device } from '@/lib/broadcast/devices';
import type { Studio } from './useStudio';
import { useDevices } from './useDevices';

const heights = [
  [480, '480p (slow upload)'],
  [720, '720p'],
  [1080, '1080p (fast upload)'],
] as const;

/** Which camera, which microphone, how large. While it sends, a change makes a short break; a shared screen is asked for anew. */
export function DevicePickers({ studio }: { studio: Studio }) {
  const { request, state, choose } = studio;
  const { capture } = state;
  const devices = useDevices(capture !== null);
  const busy = state.phase === 'asking';
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {request.kind === 'camera' && (
        <Picker label="Camera" value={capture?.cameraId ?? ''} devices={devices.cameras} disabled={busy} onPick={(cameraId) => choose({ cameraId })} />
      )}
      <Field label="Microphone">
        {(control) => (
          <select
            {...control}
            className={inputClass}
            disabled={busy}
            value={capture?.microphoneId ?? noMicrophone}
            onChange={(e) => choose({ microphoneId: e.target.value })}
          >
            {withPresent(devices.microphones, capture?.microphoneId ?? null, 'Microphone').map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={noMicrophone}>None</option>
          </select>
        )}
      </Field>
      <Field label="Size of the picture">
        {(control) => (
          <select {...control} className={inputClass} disabled={busy} value={request.height} onChange={(e) => choose({ height: Number(e.target.value) })}>
            {heights.map(([height, name]) => (
              <option key={height} value={height}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}

interface PickerProps {
  label: string;
  value: string;
  devices: readonly Device[];
  disabled: boolean;
  onPick: (id: string) => void;
}

function Picker({ label, value, devices, disabled, onPick }: PickerProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} className={inputClass} disabled={disabled} value={value} onChange={(e) => onPick(e.target.value)}>
          {withPresent(devices, value, label).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** The one that is open is always in the list, whatever the browser lists. */
function withPresent(devices: readonly Device[], present: string | null, name: string): readonly Device[] {
  return present === null || devices.some(({ id }) => id === present) ? devices : [{ id: present, name }, ...devices];
}
