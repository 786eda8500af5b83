import type { CorrectionId, CorrectionProposal, ItemId, MeetingId, MeetingRecord, PersonId, RecordState, RecordView, View } from '@/generated/protocol';
import { agendaOf } from './agenda';
import { textOf } from './minutesText';

// The life of the record, as the desk, the chair and the members see it.

export interface RecordRow extends RecordView {
  readonly id: MeetingId;
}
export interface CorrectionRow extends CorrectionProposal {
  readonly id: CorrectionId;
}

export const recordStates: readonly RecordState[] = ['draft', 'circulated', 'approved', 'signed', 'sealed'];
export const reached = (record: RecordView, state: RecordState): boolean => recordStates.indexOf(record.state) >= recordStates.indexOf(state);

/** The newest meeting's first. */
export const recordsOf = (view: View): RecordRow[] =>
  Object.entries(view.records)
    .map(([id, record]) => ({ id, ...record }))
    .sort((a, b) => b.term - a.term || b.number - a.number);

/** Those without an answer first, each part in the order in which they came. */
export const correctionsOf = (record: RecordView): CorrectionRow[] =>
  Object.entries(record.corrections)
    .map(([id, correction]) => ({ id, ...correction }))
    .sort((a, b) => Number(a.state !== 'proposed') - Number(b.state !== 'proposed') || a.at.localeCompare(b.at));

export const openCorrections = (record: RecordView): number => Object.values(record.corrections).filter(({ state }) => state === 'proposed').length;

export const toSign = (record: RecordView): PersonId[] => record.signers.filter((person) => record.signatures[person] === undefined);
/** What is there for this person to do about a record; nothing once it is done. */
export const asked = (record: RecordView, person: PersonId | undefined): 'read' | 'sign' | undefined =>
  record.state === 'approved' && person !== undefined && toSign(record).includes(person) ? 'sign' : record.state === 'circulated' ? 'read' : undefined;

export interface RecordText {
  id: ItemId;
  number: readonly number[];
  title: string | undefined;
  text: string;
}

/** What was written under each item: as it is in the view while it may change, as it is in the archive else. */
export function textsOf(view: View, meeting: MeetingId, archived: MeetingRecord | undefined): RecordText[] {
  const live = (item: ItemId): string | undefined => (view.minutes?.texts[item] ? textOf(view.minutes.texts[item]) : undefined);
  const rows: RecordText[] =
    meeting === view.current
      ? agendaOf(view, view.meetings[meeting]).map(({ id, number, title }) => ({ id, number, title, text: live(id) ?? '' }))
      : (archived?.items ?? []).map(({ item, number, content, text }) => ({ id: item, number, title: content?.title, text: live(item) ?? text }));
  return rows.filter((row) => row.text !== '');
}

const around = 80; // characters on each side

export type Passage = { found: 'once'; before: string; after: string } | { found: 'nowhere' } | { found: 'often' };

/** Where a passage stands in its text, with what is around it. */
export function passageIn(text: string, passage: string): Passage {
  const at = text.indexOf(passage);
  if (passage === '' || at < 0) return { found: 'nowhere' };
  if (text.indexOf(passage, at + 1) >= 0) return { found: 'often' };
  const [before, after] = [text.slice(0, at), text.slice(at + passage.length)];
  return { found: 'once', before: lastWords(before), after: firstWords(after) };
}

function lastWords(text: string): string {
  if (text.length <= around) return text;
  const cut = text.slice(-around);
  return `… ${cut.slice(cut.search(/\s/) + 1)}`;
}
function firstWords(text: string): string {
  if (text.length <= around) return text;
  const cut = text.slice(0, around);
  return `${cut.slice(0, Math.max(cut.search(/\s\S*$/), 0))} …`;
}

/** A text in sentences, whole: put together again they are the text. */
export const sentencesOf = (text: string): string[] => text.match(/[^.؟?!؛\n]*[.؟?!؛\n]*\s*/g)?.filter((sentence) => sentence !== '') ?? [];
