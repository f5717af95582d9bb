import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { StreamDraft } from '@/hooks/useSaveStream';
import { ApiError } from '@/lib/api/errors';
import { toLocalField } from '@/lib/format/schedule';
import { newStream, StreamForm } from './StreamForm';

const user = userEvent.setup({ applyAccept: false });
const picture = new File(['x'], 'cover.png', { type: 'image/png' });

function open(patch: Partial<Parameters<typeof StreamForm>[0]> = {}) {
  const onSave = vi.fn<(draft: StreamDraft) => void>();
  const form = (more: typeof patch = {}) => (
    <StreamForm initial={newStream} cover={null} save="Create the stream" busy={false} error={null} onSave={onSave} {...patch} {...more} />
  );
  const { rerender } = render(form());
  return { onSave, again: (more: typeof patch) => rerender(form(more)) };
}

beforeEach(() => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:cover', revokeObjectURL: () => undefined }));
});

describe('the form of a stream', () => {
  it('needs a title, and has sensible answers for the rest', async () => {
    const { onSave } = open();
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Create the stream' });
    expect(save.disabled).toBe(true);
    await user.type(screen.getByLabelText('Title'), '  Rooftop ');
    await user.click(save);
    expect(onSave).toHaveBeenCalledExactlyOnceWith({ details: { ...newStream, title: 'Rooftop' }, cover: null });
  });

  it('plans a time in the zone of who types, and takes it back', async () => {
    const { onSave } = open({ initial: { ...newStream, title: 'A' } });
    await user.click(screen.getByRole('button', { name: 'At a planned time' }));
    const field = screen.getByLabelText('Planned for');
    await user.type(field, '2026-12-24T20:00');
    await user.click(screen.getByRole('button', { name: 'Create the stream' }));
    expect(onSave.mock.lastCall?.[0].details.scheduledFor).toBe(new Date(2026, 11, 24, 20).toISOString());
    await user.click(screen.getByRole('button', { name: 'Whenever I start it' }));
    await user.click(screen.getByRole('button', { name: 'Create the stream' }));
    expect(onSave.mock.lastCall?.[0].details.scheduledFor).toBeNull();
  });

  it('a time that stays is sent as the server wrote it', async () => {
    const scheduledFor = '2026-12-24T20:00:17.123Z';
    const { onSave } = open({ initial: { ...newStream, title: 'A', scheduledFor } });
    expect(screen.getByLabelText<HTMLInputElement>('Planned for').value).toBe(toLocalField(scheduledFor));
    await user.click(screen.getByRole('button', { name: 'Create the stream' }));
    expect(onSave.mock.lastCall?.[0].details.scheduledFor).toBe(scheduledFor);
  });

  it('takes a picture, shows it, and refuses what is none', async () => {
    const { onSave } = open({ initial: { ...newStream, title: 'A' } });
    const input = screen.getByLabelText('Cover picture');
    await user.upload(input, new File(['x'], 'a.pdf', { type: 'application/pdf' }));
    expect(screen.getByRole('alert').textContent).toBe('The cover must be a JPEG, PNG or WebP picture.');
    await user.upload(input, picture);
    expect(screen.getByRole<HTMLImageElement>('img', { name: 'Cover' }).src).toBe('blob:cover');
    await user.click(screen.getByRole('button', { name: 'Create the stream' }));
    expect(onSave.mock.lastCall?.[0].cover).toBe(picture);
    await user.click(screen.getByRole('button', { name: 'Leave it out' }));
    expect(screen.queryByRole('img', { name: 'Cover' })).toBeNull();
  });

  it('what was typed stays when the server refuses it, beside the reason', async () => {
    const { again } = open();
    await user.type(screen.getByLabelText('Title'), 'Rooftop');
    again({ error: new ApiError(400, { code: 'validation_failed', errors: { Title: ['This is too short.'] } }) });
    const title = screen.getByLabelText<HTMLInputElement>('Title');
    expect(title.value).toBe('Rooftop');
    expect(title.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByRole('alert').textContent).toContain('This is too short.');
  });
});
