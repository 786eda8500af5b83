// A step on a resolution's way, as it is being written.
import type { FollowUpContent, FollowUpState, RegisterRow, Visibility } from '@/generated/protocol';
import { parseJalaliDate } from '../desk/jalaliInput';
import { linksBad, linksOf, type LinkDraft } from '../desk/links';

export interface StepDraft {
  state: FollowUpState;
  note: string;
  letter: string;
  due: string; // as typed
  links: LinkDraft[];
  visibility: Visibility;
}
export type StepFault = 'note' | 'due' | 'links';
export const noteChars = 1_000;
export const letterChars = 40;

export const stepDraft = (state: FollowUpState): StepDraft => ({ state, note: '', letter: '', due: '', links: [], visibility: 'inside' });

/** `before`: a step that neither moves the resolution on nor says anything is none. */
export function stepFaults(draft: StepDraft, before: Pick<RegisterRow, 'state'>): StepFault[] {
  const says = [draft.note, draft.letter, draft.due].some((field) => field.trim() !== '') || linksOf(draft.links).length > 0;
  const faults: StepFault[] = [];
  if (draft.state === before.state && !says) faults.push('note');
  if (draft.due.trim() !== '' && parseJalaliDate(draft.due) === undefined) faults.push('due');
  if (linksBad(draft.links)) faults.push('links');
  return faults;
}

/** Of a draft without faults. */
export function stepContent(draft: StepDraft): FollowUpContent {
  const note = draft.note.trim();
  const letter = draft.letter.trim();
  const due = parseJalaliDate(draft.due);
  const evidence = linksOf(draft.links);
  return {
    state: draft.state,
    ...(note === '' ? {} : { note }),
    ...(evidence.length === 0 ? {} : { evidence }),
    ...(letter === '' ? {} : { letter }),
    ...(due === undefined ? {} : { due }),
    visibility: draft.visibility,
  };
}
