import type { PersonId, PersonView, View } from '@/generated/protocol';

// Who has been heard for how long: by person, by seat, by group. A presenter's time on their own item stands apart.

export interface Share {
  readonly key: string;
  readonly people: number;
  readonly heard: number;
  readonly turns: number;
  readonly spoken: number; // ms, without presentations
  readonly presented: number; // ms
}
export type ShareBy = 'person' | 'seat' | 'group';

const isHere = (person: PersonView): boolean => person.presence === 'present';
/** Who runs the paper is there to write, not to be heard. */
const hasVoice = (person: PersonView): boolean => person.seat !== 'secretary';
const takesPart = (person: PersonView): boolean => hasVoice(person) && (isHere(person) || person.turns > 0 || person.presented > 0);

/** Of everybody who is here or has spoken; most time first, and then in the order of the roster. */
export function sharesOf(view: View, by: ShareBy): Share[] {
  const shares = new Map<string, Share>();
  const people = Object.entries(view.people).filter(([, person]) => takesPart(person)).sort(([, a], [, b]) => a.order - b.order);
  for (const [id, person] of people) {
    const key = by === 'person' ? id : by === 'seat' ? person.seat : (person.group ?? '');
    const old = shares.get(key) ?? { key, people: 0, heard: 0, turns: 0, spoken: 0, presented: 0 };
    shares.set(key, {
      key,
      people: old.people + 1,
      heard: old.heard + (person.turns > 0 ? 1 : 0),
      turns: old.turns + person.turns,
      spoken: old.spoken + person.spoken,
      presented: old.presented + person.presented,
    });
  }
  return [...shares.values()].sort((a, b) => b.spoken - a.spoken);
}

/** Those in the room who have a voice and have not been heard yet, in the order of the roster. */
export const notHeard = (view: View): PersonId[] =>
  Object.entries(view.people)
    .filter(([, person]) => isHere(person) && hasVoice(person) && person.turns === 0)
    .sort(([, a], [, b]) => a.order - b.order)
    .map(([id]) => id);

/** Is there more than one group to compare? */
export const hasGroups = (view: View): boolean => new Set(Object.values(view.people).map((person) => person.group ?? '')).size > 1;
