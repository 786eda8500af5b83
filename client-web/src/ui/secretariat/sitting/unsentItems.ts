import type { ItemId } from '@/generated/protocol';

// Which items' texts were left behind by a page of this tab (unsent.ts); asked before CodeMirror is there.

const begins = (hall: string): string => `talar.unsent.${hall}.`;
export const keyOf = (hall: string, item: ItemId): string => begins(hall) + item;

export function unsentItems(hall: string): ItemId[] {
  try {
    return Object.keys(sessionStorage).flatMap((key) => (key.startsWith(begins(hall)) ? [key.slice(begins(hall).length)] : []));
  } catch {
    return [];
  }
}
