import { describe, expect, it } from 'vitest';
import { chimeBetween, heardOf, type Chime } from '@/core/chime';
import type { TurnView } from '@/generated/protocol';
import { turnView } from '../views';

const start = Date.parse(turnView().started_at);

/** Looks at a turn once a second as a screen does, and notes at which second of it something was heard. */
function listen(turnAt: (second: number) => TurnView | undefined, seconds: number): [number, Chime][] {
  const heard: [number, Chime][] = [];
  let before = heardOf(turnAt(0), start);
  for (let second = 1; second <= seconds; second++) {
    const after = heardOf(turnAt(second), start + second * 1000);
    const chime = chimeBetween(before, after);
    if (chime) heard.push([second, chime]);
    before = after;
  }
  return heard;
}

describe('the signals of a turn', () => {
  it('come once at 30 s left and once at the end, never in overtime', () => {
    expect(listen(() => turnView(), 300)).toEqual([[150, 'soon'], [180, 'end']]);
  });
  it('leave out the first when the turn is shorter than that', () => {
    expect(listen(() => turnView({ limit: 30_000 }), 60)).toEqual([[30, 'end']]);
  });
  it('come again for the time that the chair adds', () => {
    expect(listen((second) => turnView({ limit: second < 185 ? 180_000 : 240_000 }), 260)).toEqual([[150, 'soon'], [180, 'end'], [210, 'soon'], [240, 'end']]);
  });
  it('are silent while the turn stands still or nobody speaks', () => {
    expect(listen((second) => (second < 100 ? turnView() : undefined), 300)).toEqual([]);
    expect(listen(() => turnView({ paused_at: turnView().started_at }), 300)).toEqual([]);
  });
  it('are one, the last, for a screen that slept through both', () => {
    expect(chimeBetween(heardOf(turnView(), start), heardOf(turnView(), start + 200_000))).toBe('end');
  });
});
