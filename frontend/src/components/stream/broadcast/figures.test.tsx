import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { healthOf, sessionOf } from '@/test/streamRecords';
import { streamOf } from '@/test/streams';
import { renderWithClient, stubApi } from '@/test/withClient';
import { Graph } from './Graph';
import { HealthCard } from './HealthCard';
import { ViewersCard } from './ViewersCard';

describe('Graph', () => {
  const shared = { title: 'Bitrate', from: 0, to: 10, gapSeconds: 5, format: (value: number) => `${value} kbit/s`, ends: ['5 minutes ago', 'now'] as const };
  it('is told in words', () => {
    render(<Graph {...shared} points={[{ at: 0, value: 900 }, { at: 4, value: 2600 }, { at: 8, value: 2500 }]} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Bitrate: 2500 kbit/s at the end, between 900 kbit/s and 2600 kbit/s, from 5 minutes ago to now.');
  });
  it('says when there is nothing', () => {
    render(<Graph {...shared} points={[]} />);
    expect(screen.getByRole('img', { name: 'Bitrate: nothing measured yet.' })).toBeTruthy();
  });
});

describe('HealthCard', () => {
  const path = 'GET /api/streams/a/health';
  it('shows figures and advice', async () => {
    stubApi({ [path]: { body: healthOf({ advice: [{ code: 'keyframe_interval', message: 'Keyframe every 8 s: set 2 s in your encoder.' }] }) } });
    renderWithClient(<HealthCard stream={streamOf({ signal: 'receiving' })} />);
    expect((await screen.findByText('Keyframe every 8 s: set 2 s in your encoder.')).closest('[role=status]')).toBeTruthy();
    expect(screen.getByText('1280 × 720 (720p)')).toBeTruthy();
  });
  it('a starved signal is said without waiting for figures that say so', async () => {
    stubApi({ [path]: { body: healthOf() } });
    renderWithClient(<HealthCard stream={streamOf({ signal: 'starved' })} />);
    expect(await screen.findByText('Too little arrives to play on: viewers see the picture stop.')).toBeTruthy();
  });
  it('asks for nothing while nothing is sent', () => {
    const calls = stubApi({});
    renderWithClient(<HealthCard stream={streamOf()} />);
    expect(screen.getByText(/Nothing is sent yet/)).toBeTruthy();
    expect(calls).toEqual([]);
  });
});

describe('ViewersCard', () => {
  const figures = () => screen.getAllByRole('definition').map((value) => value.textContent);
  it('now, and the most, which may be now', () => {
    render(<ViewersCard stream={streamOf({ status: 'live', viewers: 15 })} session={sessionOf({ viewersByMinute: [3, 9, 15] })} />);
    expect(figures()).toEqual(['15', '15']);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Viewers by minute: 15 at the end, between 3 and 15, from the start to now.');
  });
  it('after the end only the most', () => {
    render(<ViewersCard stream={streamOf({ status: 'ended', viewers: 0 })} session={sessionOf()} />);
    expect(figures()).toEqual(['12']);
    expect(screen.getByText('It was too short for a graph.')).toBeTruthy();
  });
  it('before the first session there is nothing to count', () => {
    render(<ViewersCard stream={streamOf()} session={undefined} />);
    expect(screen.getByText(/Nobody could watch yet/)).toBeTruthy();
  });
});
