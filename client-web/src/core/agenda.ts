import type { ItemId, ItemView, MeetingView, PersonId, View } from '@/generated/protocol';
import { ms } from './clock';

export interface AgendaEntry extends ItemView {
  readonly id: ItemId;
  /** 0 for the top, 1 for a part of an item. */
  readonly depth: number;
}

/** The agenda of a meeting in reading order. */
export function agendaOf(view: View, meeting: MeetingView | undefined): AgendaEntry[] {
  return (meeting?.agenda ?? []).flatMap((id) => {
    const item = view.items[id];
    return item ? [{ ...item, id, depth: item.number.length - 1 }] : [];
  });
}

export type BayState = 'done' | 'now' | 'next';
export interface Bay {
  readonly id: ItemId;
  readonly number: number;
  readonly state: BayState;
}

/** One bay per top item; an item whose part is active is the one that is now. */
export function baysOf(view: View, meeting: MeetingView | undefined): Bay[] {
  const entries = agendaOf(view, meeting);
  const active = entries.find((entry) => entry.id === meeting?.active_item);
  return entries
    .filter((entry) => entry.depth === 0)
    .map((entry) => {
      const number = entry.number[0] ?? 0;
      const done = entry.state !== 'planned' && entry.state !== 'active';
      return { id: entry.id, number, state: number === active?.number[0] ? 'now' : done ? 'done' : 'next' };
    });
}

/** Time an item has taken so far, in milliseconds: it stands still in a recess. */
export function spent(item: ItemView, now: number): number {
  return item.spent + (item.running_since ? Math.max(0, now - ms(item.running_since)) : 0);
}

/** Who neither speaks nor votes on an item, for it or for an item that it is part of. */
export function recusedFrom(view: View, id: ItemId | undefined): PersonId[] {
  const item = id === undefined ? undefined : view.items[id];
  return item ? [...new Set([...item.recused, ...recusedFrom(view, item.parent)])] : [];
}

/** The parts of a consent block that its vote decides together; who takes one out moves it behind the block. */
export function consentParts(view: View, id: ItemId): AgendaEntry[] {
  return Object.entries(view.items)
    .filter(([, item]) => item.parent === id && item.state !== 'withdrawn')
    .map(([part, item]) => ({ ...item, id: part, depth: item.number.length - 1 }))
    .sort((a, b) => (a.number.at(-1) ?? 0) - (b.number.at(-1) ?? 0));
}
