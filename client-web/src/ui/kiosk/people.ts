import { ms } from '@/core/clock';
import { fold } from '@/core/fold';
import type { MeetingView, PersonId, PersonView, View } from '@/generated/protocol';

// The door's list: everybody of the hall, found by any part of a name however it is typed.

export interface DoorRow {
  readonly id: PersonId;
  readonly person: PersonView;
  readonly here: boolean;
}

/** Words may stand in any order; each must begin a word of the name, so that one letter already narrows the list. */
export function doorRows(view: View, sought: string): DoorRow[] {
  const wanted = fold(sought).split(/\s+/).filter(Boolean);
  return Object.entries(view.people)
    .filter(([, person]) => {
      const words = fold(`${person.name} ${person.short_name}`).split(/\s+/);
      return wanted.every((part) => words.some((word) => word.startsWith(part)));
    })
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id, person]) => ({ id, person, here: person.presence === 'present' }));
}

/** Arrivals and departures are recorded from convening to the end. */
export const isOpenToArrivals = (meeting: MeetingView | undefined): boolean =>
  meeting?.state === 'convened' || meeting?.state === 'open' || meeting?.state === 'recess';

/** When somebody here came, or somebody gone left. */
export const hourOf = ({ person, here }: DoorRow): number | undefined => {
  const at = here ? person.arrived_at : person.departed_at;
  return at === undefined ? undefined : ms(at);
};
