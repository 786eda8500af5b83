import { orderOf } from '@/core/draft';
import type { Ballot, VoteForm } from '@/generated/protocol';
import { digits } from '@/i18n/language.svelte';
import { words } from '@/i18n/words';
import { t } from './words';

/** A ballot in a few words: «موافق»، «رضا کریمی»، «۳ گزینه به ترتیب»، «برگهٔ سفید». */
export function ballotWord(form: VoteForm, ballot: Ballot): string {
  if (!ballot.marks) return words().choice[ballot.choice];
  const order = orderOf(ballot.marks);
  if (order.length === 0) return t().blank;
  if (form.kind === 'points') return t().givenPoints(digits(ballot.marks.reduce((sum, mark) => sum + mark, 0)), digits(form.points ?? 0));
  if (form.kind === 'ranking') return t().ranked(digits(order.length));
  return order.length === 1 ? (form.options[order[0] ?? 0]?.title ?? '') : t().marked(digits(order.length));
}
