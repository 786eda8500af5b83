import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { applyPatch } from '@/core/patch';
import type { Replay, ReplayStep, View } from '@/generated/protocol';
import { asSeen, Film } from '@/ui/replay/film';
import { Player } from '@/ui/replay/player.svelte';
import { itemView, meetingView, personView, turnView, viewOf, voteView } from '../views';

const begin = Date.parse('2023-12-28T05:00:00.000Z');
const at = (second: number): number => begin + second * 1000;
const instant = (second: number): string => new Date(at(second)).toISOString();

const first: View = viewOf({
  people: { p: personView(1) },
  items: { a: itemView([1]), b: itemView([2]) },
  meetings: { m: meetingView({ state: 'convened', agenda: ['a', 'b'] }) },
  votes: { v: voteView({ content: { question: 'پرسش', rule: { base: 'valid', majority: { kind: 'simple' } } } }) },
});
const meeting = (patch: Record<string, unknown>): Record<string, unknown> => ({ meetings: { m: patch } });

const story: [number, Record<string, unknown>][] = [
  [3_600, meeting({ state: 'open', opened_at: instant(3_600) })],
  [3_660, meeting({ active_item: 'a' })],
  [3_700, { floor: { list_open: true, queue: [], requests: {}, turn: turnView({ request: 'r1', started_at: instant(3_700) }) } }],
  [3_900, { floor: { turn: null } }],
  [3_960, meeting({ open_vote: 'v' })],
  [4_000, meeting({ open_vote: null, shown_result: 'v' })],
  [4_200, meeting({ state: 'recess' })],
  [4_800, meeting({ state: 'open' })],
  [4_860, meeting({ active_item: 'b' })],
  [5_400, meeting({ state: 'closed', active_item: null })],
];
function replayOf(steps: [number, Record<string, unknown>][]): Replay {
  const all: ReplayStep[] = steps.map(([second, patch]) => ({ at: instant(second), patch }));
  return { meeting: 'm', from: instant(0), until: instant(9_000), view: first, steps: all };
}

describe('a film of a meeting', () => {
  const film = new Film(replayOf(story));

  it('shows each second as it was', () => {
    expect(film.at(at(0)).meetings['m']?.state).toBe('convened');
    expect(film.at(at(3_599)).meetings['m']?.state).toBe('convened');
    expect(film.at(at(3_600)).meetings['m']?.state).toBe('open');
    expect(film.at(at(3_800)).floor?.turn?.request).toBe('r1');
    expect(film.at(at(3_901)).floor?.turn).toBeUndefined();
    expect(film.at(at(99_999)).meetings['m']?.state).toBe('closed');
  });

  it('begins a little before the opening and ends a little after the end', () => {
    expect([film.begin, film.opening, film.end]).toEqual([at(3_000), at(3_600), at(5_460)]);
  });

  it('marks what happened, and finds the next and the one before', () => {
    expect(film.marks.map(({ kind, at: when }) => [kind, (when - begin) / 1000])).toEqual([
      ['opened', 3_600], ['item', 3_660], ['turn', 3_700], ['vote', 3_960], ['result', 4_000], ['recess', 4_200], ['resumed', 4_800], ['item', 4_860], ['closed', 5_400],
    ]);
    expect(film.marks[1]?.item?.number).toEqual([1]);
    expect(film.marks[2]?.name).toBe('Person 1');
    expect(film.marks[3]?.question).toBe('پرسش');
    expect(film.next(at(3_600))?.kind).toBe('item');
    expect(film.previous(at(3_661))?.kind).toBe('opened');
    expect(film.next(at(5_400))).toBeUndefined();
  });

  it('shows the same forwards, backwards and anywhere, over many keys', () => {
    const long = replayOf(Array.from({ length: 1_000 }, (_, step) => [step * 5, { people: { p: { turns: step, spoken: step % 7 === 0 ? null : step } } }]));
    const folded: View[] = [long.view];
    for (const { patch } of long.steps) folded.push(applyPatch(folded.at(-1)!, patch));
    const film = new Film(long);
    const seconds = [...Array.from({ length: 300 }, (_, index) => index * 17), ...Array.from({ length: 300 }, (_, index) => 5_100 - index * 17), 3, 4_999, 320, 319, 321];
    for (const second of seconds) expect(film.at(at(second))).toEqual(folded[Math.min(1_000, Math.floor(second / 5) + 1)]);
  });

  it('keeps what did not change, so that the screen draws again only what must be', () => {
    expect(film.at(at(3_661)).people).toBe(film.at(at(4_861)).people);
  });
});

it('to those inside a closed part is open', () => {
  const closed = viewOf({ meetings: { m: meetingView({ closed_since: instant(0) }) } });
  expect(asSeen(closed)).toBe(closed);
  const inside = asSeen({ ...closed, minutes: { entries: {}, texts: {} } });
  expect(inside.meetings['m']?.closed_since).toBeUndefined();
});

describe('a player', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('goes as fast as it is told, and stands at the end', () => {
    const player = new Player(new Film(replayOf(story)));
    expect(player.second).toBe(at(3_600));
    player.play();
    vi.advanceTimersByTime(10_000);
    expect(player.second).toBe(at(3_610));
    player.speed = 60;
    vi.advanceTimersByTime(10_000);
    expect(player.second).toBe(at(4_210));
    player.pause();
    vi.advanceTimersByTime(10_000);
    expect(player.second).toBe(at(4_210));
    player.play();
    vi.advanceTimersByTime(60_000);
    expect([player.at, player.playing]).toEqual([at(5_460), false]);
    player.play();
    expect(player.second).toBe(at(3_600));
    player.pause();
  });

  it('jumps from event to event, never off the film', () => {
    const player = new Player(new Film(replayOf(story)));
    player.toNext();
    expect(player.second).toBe(at(3_660));
    player.toPrevious();
    expect(player.second).toBe(at(3_600));
    player.toPrevious();
    expect(player.second).toBe(at(3_000));
    player.seek(at(99_999));
    expect(player.at).toBe(at(5_460));
  });
});
