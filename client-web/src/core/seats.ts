import type { PersonId, PersonView, View } from '@/generated/protocol';

// Every seat of the hall on one wall: lit when somebody is there, marked when they speak or wait.

export type SeatMark = 'speaking' | 'paused' | 'waiting' | 'here' | 'out' | 'away';
export interface SeatTile {
  readonly id: PersonId;
  readonly name: string;
  readonly mark: SeatMark;
  readonly votes: boolean;
}

export function seatsOf(view: View): SeatTile[] {
  const waiting = new Set(Object.values(view.floor?.requests ?? {}).map((request) => request.person));
  const markOf = (id: PersonId, person: PersonView): SeatMark => {
    if (view.floor?.turn?.person === id) return 'speaking';
    if (view.floor?.interrupted?.person === id) return 'paused';
    if (person.presence === 'out') return 'out';
    if (person.presence !== 'present') return 'away';
    return waiting.has(id) ? 'waiting' : 'here';
  };
  return Object.entries(view.people)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, person]) => ({ id, name: person.short_name, mark: markOf(id, person), votes: person.votes }));
}

const namedMax = 60;

/** Columns of a board twice as wide as high; beyond `namedMax` seats nobody could read their names. */
export function boardOf(seats: number): { columns: number; named: boolean } {
  const named = seats <= namedMax;
  const shape = named ? 1.5 : 2.6;
  return { columns: Math.max(1, Math.ceil(Math.sqrt(seats * shape))), named };
}
