// The lines that wrote themselves, sorted to the item in which they happened.
import type { EntryView, ItemId, MinutesView, View } from '@/generated/protocol';

export interface Entry extends EntryView {
  readonly seq: string;
}

export function inOrder(minutes: MinutesView | undefined): Entry[] {
  return Object.entries(minutes?.entries ?? {})
    .map(([seq, entry]) => ({ ...entry, seq }))
    .sort((a, b) => Number(a.seq) - Number(b.seq));
}

/**
 * What belongs to an item: its own lines, and what happened around it while it was under discussion (somebody came, a recess).
 * What happened before the first item is told with the first.
 */
export function entriesOf(minutes: MinutesView | undefined, item: ItemId): Entry[] {
  const all = inOrder(minutes);
  let current = all.find((entry) => entry.kind === 'item_started')?.item;
  return all.filter((entry) => {
    if (entry.kind === 'item_started') current = entry.item;
    return (entry.item ?? current) === item;
  });
}

/** The resolution that followed from a vote. */
export const resolutionOf = (view: View, vote: string): number | undefined =>
  Object.values(view.resolutions).find(({ content, void_reason }) => content.vote === vote && void_reason === undefined)?.number;

const kept: ReadonlySet<EntryView['kind']> = new Set(['vote', 'vote_voided', 'count_corrected', 'resolution']);
/** What was decided is in every record. */
export const hideable = ({ kind }: EntryView): boolean => !kept.has(kind);
