// A resolution as it is being written.
import type { ResolutionContent } from '@/generated/protocol';
import { parseJalaliDate, typedJalali } from '../../desk/jalaliInput';

export interface ResolutionDraft {
  text: string;
  responsible: string[];
  due: string; // as typed, Jalali
  vote: string; // '' for none
  group: string; // '' for none
}
export type ResolutionFault = 'textMissing' | 'dueBad' | 'responsibleMany';
const responsibleMax = 20;

export function resolutionDraft(content: ResolutionContent | undefined, text = ''): ResolutionDraft {
  return {
    text: content?.text ?? text,
    responsible: [...(content?.responsible ?? [])],
    due: content?.due ? typedJalali(content.due) : '',
    vote: content?.vote ?? '',
    group: content?.group ?? '',
  };
}

export function resolutionFaults(draft: ResolutionDraft): Partial<Record<keyof ResolutionDraft, ResolutionFault>> {
  const faults: Partial<Record<keyof ResolutionDraft, ResolutionFault>> = {};
  if (draft.text.trim() === '') faults.text = 'textMissing';
  if (draft.due.trim() !== '' && parseJalaliDate(draft.due) === undefined) faults.due = 'dueBad';
  if (draft.responsible.length > responsibleMax) faults.responsible = 'responsibleMany';
  return faults;
}

/** Of a draft without faults. */
export function resolutionContent(draft: ResolutionDraft): ResolutionContent {
  const due = parseJalaliDate(draft.due);
  return {
    text: draft.text.trim(),
    responsible: draft.responsible,
    ...(due === undefined ? {} : { due }),
    ...(draft.vote === '' ? {} : { vote: draft.vote }),
    ...(draft.group === '' ? {} : { group: draft.group }),
  };
}
