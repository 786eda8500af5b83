import type { Ballot, VoteForm } from '@/generated/protocol';

// A ballot that is being filled in, as arithmetic: what a tap does to it, and what it may not become.

export const blank = (form: VoteForm): number[] => form.options.map(() => 0);

/** How many more candidates may be marked; nothing where any number may be (approval). */
export function marksLeft(form: VoteForm, marks: readonly number[]): number | undefined {
  return form.marks === undefined ? undefined : form.marks - marks.filter((mark) => mark > 0).length;
}

/** Marks a candidate or takes the mark back. Where one mark is all there is, it moves; beyond the limit nothing happens. */
export function toggled(form: VoteForm, marks: readonly number[], at: number): number[] {
  if (form.options[at]?.withdrawn) return [...marks];
  if (marks[at]) return marks.map((mark, other) => (other === at ? 0 : mark));
  if (form.marks === 1) return marks.map((_, other) => (other === at ? 1 : 0));
  if (marksLeft(form, marks) === 0) return [...marks];
  return marks.map((mark, other) => (other === at ? 1 : mark));
}

/** The options in the order of a ranking's marks, first the one that is preferred to all. */
export function orderOf(marks: readonly number[]): number[] {
  return marks
    .map((mark, at) => ({ mark, at }))
    .filter(({ mark }) => mark > 0)
    .sort((a, b) => a.mark - b.mark || a.at - b.at)
    .map(({ at }) => at);
}

/** The marks of an order: 1 is first, what is not in it has none. */
export function marksOf(form: VoteForm, order: readonly number[]): number[] {
  return form.options.map((_, at) => order.indexOf(at) + 1);
}

export function appended(form: VoteForm, marks: readonly number[], at: number): number[] {
  if (form.options[at]?.withdrawn || marks[at]) return [...marks];
  return marksOf(form, [...orderOf(marks), at]);
}

export function removed(form: VoteForm, marks: readonly number[], at: number): number[] {
  return marksOf(form, orderOf(marks).filter((other) => other !== at));
}

export function pointsLeft(form: VoteForm, marks: readonly number[]): number {
  return (form.points ?? 0) - marks.reduce((sum, mark) => sum + mark, 0);
}

/** Gives an option so many points, as far as they reach. */
export function given(form: VoteForm, marks: readonly number[], at: number, points: number): number[] {
  if (form.options[at]?.withdrawn) return [...marks];
  const most = (marks[at] ?? 0) + Math.max(0, pointsLeft(form, marks));
  const wanted = Math.max(0, Math.min(most, Math.trunc(points)));
  return marks.map((mark, other) => (other === at ? wanted : mark));
}

/** The ballot that these marks make: without any it is a blank one. */
export const ballotOf = (marks: readonly number[]): Ballot => ({ choice: marks.some((mark) => mark > 0) ? 'approve' : 'abstain', marks: [...marks] });

export function sameBallot(a: Ballot | undefined, b: Ballot | undefined): boolean {
  if (!a || !b) return a === b;
  if (a.marks || b.marks) return a.marks?.length === b.marks?.length && (a.marks ?? []).every((mark, at) => mark === b.marks?.[at]);
  return a.choice === b.choice;
}

/** Kept text made a ballot again, if it is one that this form allows. */
export function readDraft(form: VoteForm, text: string | null): Ballot | undefined {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Ballot> | null;
    if (kept?.choice === undefined || !['approve', 'against', 'abstain'].includes(kept.choice)) return undefined;
    if (form.kind === 'motion') return { choice: kept.choice };
    const marks = kept.marks;
    if (!Array.isArray(marks) || marks.length !== form.options.length || !marks.every((mark) => Number.isInteger(mark) && mark >= 0)) return undefined;
    return wellMarked(form, marks) ? ballotOf(marks) : undefined;
  } catch {
    return undefined;
  }
}

/** As the hall's rules have it: nothing for who has withdrawn, no more than there is to give, places from 1 without a gap. */
export function wellMarked(form: VoteForm, marks: readonly number[]): boolean {
  if (marks.some((mark, at) => mark > 0 && form.options[at]?.withdrawn)) return false;
  if (form.kind === 'election') return marks.every((mark) => mark <= 1) && (marksLeft(form, marks) ?? 0) >= 0;
  if (form.kind === 'ranking') return [...new Set(marks)].every((mark) => mark <= 1 || marks.includes(mark - 1));
  return pointsLeft(form, marks) >= 0;
}
