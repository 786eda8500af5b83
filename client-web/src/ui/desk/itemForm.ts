// An agenda item as it is being written.
import { parseWhole } from '@/core/digits';
import type { ItemContent, ItemKind, ItemView } from '@/generated/protocol';
import { linksBad, linksOf, type LinkDraft } from './links';

export interface ItemDraft {
  title: string;
  shortTitle: string;
  kind: ItemKind;
  presenter: string; // '' for nobody
  minutes: string;
  confidential: boolean;
  options: string; // one a line
  links: LinkDraft[];
  notes: string;
  approves: string; // the meeting whose record is to be approved; '' for none
}

export type ItemFault = 'titleMissing' | 'minutesRange' | 'optionsMany' | 'linkBad';
export const titleChars = 300;
export const shortTitleChars = 40;
const minutesMax = 600;
const optionsMax = 20;
export const notesChars = 4_000;

export function itemDraft(item: ItemView | undefined): ItemDraft {
  return {
    title: item?.title ?? '',
    shortTitle: item?.short_title ?? '',
    kind: item?.kind ?? 'discussion',
    presenter: item?.presenter ?? '',
    minutes: String(item?.minutes ?? 15),
    confidential: item?.confidential ?? false,
    options: item?.options.join('\n') ?? '',
    links: (item?.links ?? []).map(({ title, url }) => ({ title, url })),
    notes: item?.notes ?? '',
    approves: item?.approves ?? '',
  };
}

const optionsOf = (draft: ItemDraft): string[] =>
  draft.kind !== 'priorities' ? [] : draft.options.split('\n').map((option) => option.trim()).filter((option) => option !== '');

export function itemFaults(draft: ItemDraft): Partial<Record<keyof ItemDraft, ItemFault>> {
  const faults: Partial<Record<keyof ItemDraft, ItemFault>> = {};
  if (draft.title.trim() === '') faults.title = 'titleMissing';
  const minutes = parseWhole(draft.minutes);
  if (minutes === undefined || minutes > minutesMax) faults.minutes = 'minutesRange';
  if (optionsOf(draft).length > optionsMax) faults.options = 'optionsMany';
  if (linksBad(draft.links)) faults.links = 'linkBad';
  return faults;
}

/** Of a draft without faults. */
export function itemContent(draft: ItemDraft): ItemContent {
  const short = draft.shortTitle.trim();
  const notes = draft.notes.trim();
  const links = linksOf(draft.links);
  return {
    title: draft.title.trim(),
    ...(short === '' ? {} : { short_title: short }),
    kind: draft.kind,
    ...(draft.presenter === '' ? {} : { presenter: draft.presenter }),
    minutes: parseWhole(draft.minutes) ?? 0,
    confidential: draft.confidential,
    options: optionsOf(draft),
    ...(links.length === 0 ? {} : { links }),
    ...(notes === '' ? {} : { notes }),
    ...(draft.approves === '' ? {} : { approves: draft.approves }),
  };
}
