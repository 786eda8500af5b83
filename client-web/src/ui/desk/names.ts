import type { ItemView, View } from '@/generated/protocol';
import { itemNumber } from '@/i18n/numbering';

export const nameOf = (view: View, id: string | undefined): string => (id === undefined ? '' : (view.people[id]?.name ?? ''));
export const shortOf = (view: View, id: string | undefined): string => (id === undefined ? '' : (view.people[id]?.short_name ?? ''));

/** The short form is for lists; what is voted on or under discussion is never cut. */
export const shortTitle = (item: ItemView): string => item.short_title ?? item.title ?? '';
export const numbered = (item: ItemView): string => itemNumber(item.number);
