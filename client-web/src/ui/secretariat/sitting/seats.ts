// The seat board: one tile per person in the roster's order, what it shows and what a tap on it does.
import { recusedFrom } from '@/core/agenda';
import type { PersonView, View } from '@/generated/protocol';

/** late: came after the meeting had opened, so the hour is worth showing; waiting: in the queue. */
export type SeatState = 'speaking' | 'waiting' | 'present' | 'late' | 'out' | 'excused' | 'unexcused' | 'absent';

export interface SeatTile {
  id: string;
  person: PersonView;
  state: SeatState;
  /** Hour beside the state's word, milliseconds since 1970. */
  since: number | undefined;
  /** What a tap records. */
  tap: 'arrival' | 'departure';
  presides: boolean;
  /** Place in the queue, from 1. */
  place: number | undefined;
  /** Neither speaks nor votes on the active item. */
  recused: boolean;
  /** Who sits here instead, or for whom this person sits: their short name. */
  stoodInBy: string | undefined;
  standsFor: string | undefined;
}

export interface SeatCount {
  present: number;
  out: number;
  excused: number;
  unexcused: number;
  absent: number;
}

function stateOf(person: PersonView, speaking: boolean, waits: boolean, opened_at: number | undefined): SeatState {
  if (person.presence !== 'present') return person.presence;
  if (speaking) return 'speaking';
  if (waits) return 'waiting';
  const cameLater = opened_at !== undefined && person.arrived_at !== undefined && Date.parse(person.arrived_at) > opened_at;
  return cameLater ? 'late' : 'present';
}

export function seatTiles(view: View): SeatTile[] {
  const meeting = view.current === undefined ? undefined : view.meetings[view.current];
  const opened = meeting?.opened_at;
  const opened_at = opened === undefined ? undefined : Date.parse(opened);
  const recused = recusedFrom(view, meeting?.active_item);
  const queue = (view.floor?.queue ?? []).map((request) => view.floor?.requests[request]?.person);
  const shortName = (id: string | undefined): string | undefined => (id === undefined ? undefined : view.people[id]?.short_name);
  return Object.entries(view.people)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, person]) => {
      const at = queue.indexOf(id);
      const state = stateOf(person, view.floor?.turn?.person === id, at >= 0, opened_at);
      const moment = state === 'late' ? person.arrived_at : state === 'out' ? person.departed_at : undefined;
      return {
        id,
        person,
        state,
        since: moment === undefined ? undefined : Date.parse(moment),
        tap: person.presence === 'present' ? 'departure' : 'arrival',
        presides: view.hall.chair === id,
        place: at >= 0 ? at + 1 : undefined,
        recused: recused.includes(id),
        stoodInBy: shortName(person.stood_in_by),
        standsFor: shortName(person.stands_for),
      };
    });
}

export function countSeats(tiles: readonly SeatTile[]): SeatCount {
  const count: SeatCount = { present: 0, out: 0, excused: 0, unexcused: 0, absent: 0 };
  for (const { person } of tiles) count[person.presence] += 1;
  return count;
}
