// What happened, as marks on a timeline: read off two views that follow one another.
import type { ItemView, VoteId, View } from '@/generated/protocol';

export type MarkKind = 'opened' | 'item' | 'turn' | 'vote' | 'result' | 'recess' | 'resumed' | 'closed_part' | 'closed_part_ended' | 'closed';
export interface Mark {
  readonly at: number;
  readonly kind: MarkKind;
  readonly item?: ItemView;
  /** Who got the floor. */
  readonly name?: string;
  readonly question?: string;
}
/** What is drawn and listed; turns are only gone to. */
export const listed = (mark: Mark): boolean => mark.kind !== 'turn';

export function marksBetween(before: View, after: View, meeting: string, at: number): Mark[] {
  const was = before.meetings[meeting];
  const is = after.meetings[meeting];
  if (was === is && before.floor === after.floor) return [];
  const marks: Mark[] = [];
  if (was?.state !== is?.state) {
    if (is?.state === 'open') marks.push({ at, kind: was?.state === 'recess' ? 'resumed' : 'opened' });
    else if (is?.state === 'recess') marks.push({ at, kind: 'recess' });
    else if (is?.state === 'closed' || is?.state === 'not_held') marks.push({ at, kind: 'closed' });
  }
  if (was?.closed_since !== is?.closed_since) marks.push({ at, kind: is?.closed_since === undefined ? 'closed_part_ended' : 'closed_part' });
  if (is?.active_item !== undefined && is.active_item !== was?.active_item) marks.push({ at, kind: 'item', ...itemOf(after, is.active_item) });
  if (is?.open_vote !== undefined && is.open_vote !== was?.open_vote) marks.push({ at, kind: 'vote', ...questionOf(after, is.open_vote) });
  if (was?.open_vote !== undefined && is?.open_vote !== was.open_vote) marks.push({ at, kind: 'result', ...questionOf(after, was.open_vote) });
  const turn = after.floor?.turn;
  if (turn !== undefined && turn.request !== before.floor?.turn?.request) marks.push({ at, kind: 'turn', name: after.people[turn.person]?.name ?? '' });
  return marks;
}

function itemOf(view: View, id: string): { item?: ItemView } {
  const item = view.items[id];
  return item ? { item } : {};
}

function questionOf(view: View, id: VoteId): { question?: string } {
  const question = view.votes[id]?.content.question;
  return question === undefined ? {} : { question };
}
