import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { Picker, type PickerOption } from './Picker';

const all = [{ id: '1', title: 'Kites' }, { id: '2', title: 'Tidal Maps' }];

function Example({ onChoose, onCreate }: { onChoose: (option: PickerOption | null) => void; onCreate: (title: string) => void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<PickerOption | null>(null);
  const options = all.filter(({ title }) => title.toLowerCase().includes(text.trim().toLowerCase()));
  const choose = (option: PickerOption | null) => {
    setChosen(option);
    onChoose(option);
  };
  return <Picker label="Album" chosen={chosen} options={options} loading={false} text={text} onText={setText} onChoose={choose} onCreate={onCreate} />;
}

function setUp() {
  const onChoose = vi.fn<(option: PickerOption | null) => void>();
  const onCreate = vi.fn<(title: string) => void>();
  render(<Example onChoose={onChoose} onCreate={onCreate} />);
  return { onChoose, onCreate, box: screen.getByRole('combobox', { name: 'Album' }), user: userEvent.setup() };
}

describe('Picker', () => {
  it('is chosen from with the keyboard alone', async () => {
    const { box, user, onChoose } = setUp();
    await user.tab();
    expect(box).toBe(document.activeElement);
    await user.keyboard('{ArrowDown}');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Kites', 'Tidal Maps']);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onChoose).toHaveBeenCalledExactlyOnceWith(all[1]);
    expect(screen.queryByRole('listbox')).toBeNull();
    expect((box as HTMLInputElement).value).toBe('Tidal Maps');
  });

  it('offers to create what is not there', async () => {
    const { box, user, onCreate } = setUp();
    await user.type(box, '  Amber ');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Create “Amber”']);
    await user.keyboard('{Enter}');
    expect(onCreate).toHaveBeenCalledExactlyOnceWith('Amber');
  });

  it('does not offer to create what is there already', async () => {
    const { box, user } = setUp();
    await user.type(box, 'kites');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Kites']);
  });

  it('is closed by Escape without a choice, and emptied by its button', async () => {
    const { box, user, onChoose } = setUp();
    await user.type(box, 'ki');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(onChoose).not.toHaveBeenCalled();
    await user.click(box);
    await user.click(screen.getByRole('option', { name: 'Kites' }));
    await user.click(screen.getByRole('button', { name: 'Remove album Kites' }));
    expect(onChoose).toHaveBeenLastCalledWith(null);
  });
});
