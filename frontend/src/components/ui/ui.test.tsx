import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/lib/api/errors';
import { ListEnd } from './ListEnd';
import { ProgressBar } from './ProgressBar';
import { SearchField } from './SearchField';

describe('ListEnd', () => {
  let come: () => void = () => undefined;
  beforeEach(() => {
    vi.stubGlobal('IntersectionObserver', class {
      constructor(callback: (entries: { isIntersecting: boolean }[]) => void) {
        come = () => callback([{ isIntersecting: true }]);
      }
      observe = () => undefined;
      disconnect = () => {
        come = () => undefined;
      };
    });
  });
  const base = { hasNextPage: true, isFetchingNextPage: false, isFetchNextPageError: false, error: null };

  it('asks for more when its end comes near, and not again while it is on its way', () => {
    const fetchNextPage = vi.fn();
    const { rerender } = render(<ListEnd query={{ ...base, fetchNextPage }} end="All" />);
    come();
    expect(fetchNextPage).toHaveBeenCalledTimes(1);
    rerender(<ListEnd query={{ ...base, isFetchingNextPage: true, fetchNextPage }} end="All" />);
    come();
    expect(fetchNextPage).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('status').textContent).toContain('Loading more');
  });

  it('after an error it waits for the person', () => {
    const fetchNextPage = vi.fn();
    const error = new ApiError(503, { detail: 'The server is busy.' });
    render(<ListEnd query={{ ...base, isFetchNextPageError: true, error, fetchNextPage }} end="All" />);
    come();
    expect(fetchNextPage).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(fetchNextPage).toHaveBeenCalledTimes(1);
  });

  it('says that there is no more', () => {
    render(<ListEnd query={{ ...base, hasNextPage: false, fetchNextPage: vi.fn() }} end="That is all." />);
    expect(screen.getByText('That is all.')).toBeTruthy();
  });
});

describe('SearchField', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const rest = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

  it('searches once when the typing rests', async () => {
    const onSearch = vi.fn();
    render(<SearchField label="Search" value="" onSearch={onSearch} />);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 's' } });
    await rest(200);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'sea ' } });
    await rest(299);
    expect(onSearch).not.toHaveBeenCalled();
    await rest(1);
    expect(onSearch).toHaveBeenCalledExactlyOnceWith('sea');
  });

  it('follows the address', () => {
    const { rerender } = render(<SearchField label="Search" value="sea" onSearch={vi.fn()} />);
    rerender(<SearchField label="Search" value="" onSearch={vi.fn()} />);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });
});

describe('ProgressBar', () => {
  it('tells how far it is, or that it cannot be told', () => {
    const { rerender } = render(<ProgressBar label="Upload" percent={42.6} />);
    expect(screen.getByRole('progressbar', { name: 'Upload' }).getAttribute('aria-valuenow')).toBe('43');
    rerender(<ProgressBar label="Upload" percent={null} />);
    expect(screen.getByRole('progressbar').hasAttribute('aria-valuenow')).toBe(false);
  });
});
