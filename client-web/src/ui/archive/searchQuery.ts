// What a search asks for beside its words, as its address says it.
import { askedOf } from '@/core/query';
import type { HitKind } from '@/generated/protocol';

const keys = ['q', 'kind', 'person', 'from', 'to', 'meeting', 'sort'] as const;
/** from, to: days of meetings "2024-01-04"; meeting: its number; sort: `date`, or by how well it fits. */
export type SearchQuery = Partial<Record<(typeof keys)[number], string>>;

export const hitKinds: readonly HitKind[] = ['agenda', 'minutes', 'resolution', 'vote', 'follow_up', 'addendum', 'report'];

export const searchOf = (query: string): SearchQuery => askedOf(query, keys);

/** Where in its record a hit stands: at its line of the minutes, else at its item. */
export function anchorOf(hit: { item?: string | undefined; line?: number | undefined }): string {
  if (hit.item === undefined) return '';
  return hit.line === undefined ? `#item-${hit.item}` : `#line-${hit.item}-${hit.line}`;
}
