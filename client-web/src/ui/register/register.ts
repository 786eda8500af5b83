// The register of resolutions: what is asked of it, and how far a due day is.
import { askedOf } from '@/core/query';
import type { FollowUpState, RegisterPage, RegisterRow } from '@/generated/protocol';

/** In the order of a resolution's way; `overdue` and `due_soon` cut across it. */
export const followUpStates: readonly FollowUpState[] = ['adopted', 'notified', 'under_way', 'done', 'dropped'];
export const stateFilters = ['overdue', 'due_soon', ...followUpStates] as const;
export type StateFilter = (typeof stateFilters)[number];

const keys = ['state', 'person', 'group', 'from', 'to', 'q'] as const;
/** from, to: due days "2024-01-04". */
export type RegisterFilter = Partial<Record<(typeof keys)[number], string>>;

export const filterOf = (query: string): RegisterFilter => askedOf(query, keys);

const day = 86_400_000;

export type DueKind = 'late' | 'soon' | 'later' | 'past';
export interface DueFact {
  readonly kind: DueKind;
  /** Between today and the due day, whichever is first. */
  readonly days: number;
}
/** The server counts as soon what is due within so many days. */
export const soonDays = 14;

/** How a due day stands today; what is finished is neither late nor soon. */
export function dueFact({ due, state }: Pick<RegisterRow, 'due' | 'state'>, today: string): DueFact | undefined {
  if (due === undefined) return undefined;
  const days = Math.round((Date.parse(due) - Date.parse(today)) / day);
  if (state === 'done' || state === 'dropped') return { kind: 'past', days: Math.abs(days) };
  if (days < 0) return { kind: 'late', days: -days };
  return { kind: days <= soonDays ? 'soon' : 'later', days };
}

/** A later page is put behind what is there; a row that has moved between them is shown once, as it stands now. */
export function joined(before: RegisterPage, page: RegisterPage): RegisterPage {
  const fresh = new Set(page.rows.map((row) => row.resolution));
  return { ...page, rows: [...before.rows.filter((row) => !fresh.has(row.resolution)), ...page.rows] };
}

/** The register from its beginning, as far as it was read before. */
export async function upTo(rows: number, read: (after?: string) => Promise<RegisterPage>): Promise<RegisterPage> {
  let page = await read();
  while (page.rows.length < rows && page.next !== undefined) page = joined(page, await read(page.next));
  return page;
}
